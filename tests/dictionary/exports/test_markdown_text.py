"""An entry as a Markdown document."""

import pytest

from dictionary import queries
from dictionary.exports.markdown_text import markdown_text
from tests import factories


@pytest.fixture
def overfitting(content):
    return queries.entry_with_parts().get(slug="overfitting")


def test_the_markdown_has_the_sections_of_the_page_in_order(overfitting):
    text = markdown_text(overfitting)
    titles = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert text.startswith("# Overfitting\n\nLY-0001 · Generalization · fault · dynamics\n")
    assert titles == [
        "Can I save this run?",
        "Symptoms",
        "Confirm it",
        "Causes",
        "Fix it",
        "Look-alikes",
        "Why it happens",
        "Example",
        "Sources",
    ]
    assert "- speaks against: [" in text


def test_a_section_without_content_is_left_out(content):
    factories.entry("bare", example_bad="")
    bare = queries.entry_with_parts().get(slug="bare")

    text = markdown_text(bare)

    assert "## Example" not in text
    assert "## Related" not in text
    assert "## Fix it" in text


def test_links_and_side_effects_are_written(content):
    content["underfitting"].fixes.filter(kind="root").update(side_effects="It is slower.")
    underfitting = queries.entry_with_parts().get(slug="underfitting")

    text = markdown_text(underfitting)

    assert "- Causes: [Nan loss](/e/nan-loss/). One leads to the other." in text
    assert "\n\nSide effects: It is slower.\n\nVerify:" in text
