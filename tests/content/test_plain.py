import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.markup import markdown_to_html
from content.plain import plain_sentences, plain_text
from content.texts import markdown_texts
from tests.small_content import small_content
from tests.together import together

TAG = re.compile(r"<[^<>]*>")
MARKED = st.text(alphabet="ab *`$[]()|#>-1.\n\\{}^_&;<", max_size=80)


def shown(markdown):
    """Return the text of the page without its tags, the slow way."""
    return " ".join(html.unescape(TAG.sub("", markdown_to_html(markdown))).split())


@together(
    "markdown, text",
    [
        ("The **loss** of `step()` [falls](/e/x/).", "The loss of step() falls."),
        ("# Heading\n\n- one\n- two\n\n> three", "Heading one two three"),
        (
            "1. First\n2. Then:\n\n   ```python\n   x = a * b  # c\n   ```",
            "First Then: x = a * b # c",
        ),
        ("| a | b |\n|---|:-:|\n| 1 | 2 |", "a b 1 2"),
        ("Larger than $|\\eta|$ and $\\frac{2}{L}$.", "Larger than |η| and 2L."),
        ("[`code`](/e/x/) of a*b", "code of ab"),
        ("`a * b` stays, &lt; is <", "a * b stays, < is <"),
        ("", ""),
    ],
)
def test_marks_are_gone_and_words_stay(markdown, text):
    assert plain_text(markdown) == text


def test_a_formula_that_cannot_be_drawn_stays_as_written():
    assert plain_text(r"Take $\frac{1}$ of it.") == r"Take \frac{1} of it."


@pytest.mark.parametrize("markdown", ["`open", "[a](b", "$x", "```\nx", "|", "*", "[]()"])
def test_marks_without_their_end_do_no_harm(markdown):
    assert isinstance(plain_text(markdown), str)


def test_texts_of_records_read_as_on_their_pages():
    content = small_content()
    records = [*content.failure_modes, *content.checks, *content.symptoms, *content.chapters]

    for record in records:
        for place, text in markdown_texts(record):
            assert plain_text(text) == shown(text), place


@given(MARKED)
def test_any_text_becomes_one_line(markdown):
    text = plain_text(markdown)

    assert text == " ".join(text.split())


def test_sentences_are_plain():
    markdown = (
        "The **loss** of `step()` [falls](/e/x/). It ends\nhigh.\n\n- a list\n\n"
        "```python\nx = 1\n```\n\nIn $x$ it is. Last zero_grad one."
    )
    assert plain_sentences(markdown) == [
        "The loss of step() falls.",
        "It ends high.",
        "Last zero_grad one.",
    ]
    assert plain_sentences("") == [""]


def test_code_in_a_sentence_keeps_its_marks():
    assert plain_sentences("It is `a * b` then. **Two** more.") == [
        "It is a * b then.",
        "Two more.",
    ]
