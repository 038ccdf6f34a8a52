import pytest

from diagnostics_api.page.markdown import markdown_of, plain
from diagnostics_api.page.shown import shown
from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.in_force import published_in_force


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a *b* `c` <img> [d](e)", r"a \*b\* \`c\` \<img> \[d](e)"),
        ("two\n# lines \n\n", "two # lines"),
        ("ask @somebody", "ask @\u200bsomebody"),
        ("train_loss @ 3", "train_loss @ 3"),
    ],
)
def test_nothing_in_a_text_is_markup(text, escaped):
    assert plain(text) == escaped


def markdown(**fields):
    published = published_in_force()
    question = read_fields(fields, published.knowledge, 1_000_000)
    page = shown(answer_to(question, published))
    return markdown_of(page, published.library), page


def test_an_answer_as_markdown_says_what_the_page_says(served):
    text, page = markdown(symptoms=["loss-oscillates", "loss-diverges"])
    lines = text.splitlines()

    assert lines[0] == f"## {page.headline}"
    for card in page.cards:
        assert f"- {card.entry.term}: {card.percent}" in lines
    assert f"- {page.cards[0].evidence_for[0].text}" in lines
    assert any(line.startswith("- Fix: ") and "It worked if: " in line for line in lines)
    assert lines[-1].startswith("Lossary, edition ")


def test_an_answer_without_a_ranking_has_no_empty_parts(served):
    text, page = markdown(description="hello")

    assert not page.cards
    assert "\n\n\n" not in text
    assert "- " not in text
