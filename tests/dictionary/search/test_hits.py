"""Hits show the best sentence of a document, escaped, with the words marked."""

import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from dictionary.search.documents import Document
from dictionary.search.hits import LONGEST_SNIPPET, hit, marked, shortened


def document(**changes):
    fields = {
        "kind": "entry",
        "url": "/e/nan-loss/",
        "title": "NaN loss",
        "names": "",
        "summary": "The loss is no longer a number.",
        "body": "Logits overflow first. The loss and the logits overflow later.\nAll is lost.",
    }
    return Document(**{**fields, **changes})


@pytest.mark.parametrize(
    ("words", "html"),
    [
        (["losses"], "the <mark>Losses</mark> of a lossy run"),
        (["lossy"], "the Losses of a <mark>lossy</mark> run"),
        (["runs"], "the Losses of a lossy <mark>run</mark>"),
        (["los", "run"], "the <mark>Losses</mark> of a <mark>lossy</mark> <mark>run</mark>"),
    ],
)
def test_words_are_marked_in_every_form(words, html):
    assert marked("the Losses of a lossy run", words) == html


@pytest.mark.parametrize("words", [[], ["oss"], ["gradient"]])
def test_text_without_the_words_has_no_marks(words):
    assert marked("the loss of a run", words) == "the loss of a run"


def test_markup_of_a_text_is_escaped():
    html = marked("<b>loss</b> & <script>", ["loss", "b"])

    assert html == (
        "&lt;<mark>b</mark>&gt;<mark>loss</mark>&lt;/<mark>b</mark>&gt; &amp; &lt;script&gt;"
    )


@given(st.text(alphabet="ab <>&\"'.é\n"), st.lists(st.text(alphabet="abé", min_size=1)))
def test_only_marks_are_added_to_any_text(text, words):
    html = marked(text, words)

    without_marks = html.replace("<mark>", "").replace("</mark>", "")
    assert without_marks == marked(text, [])
    assert "<" not in strip_tags(without_marks)


@pytest.mark.parametrize(
    ("words", "snippet"),
    [
        (["logits", "later"], "The loss and the logits overflow later."),
        (["logits"], "Logits overflow first."),
        (["overflows"], "Logits overflow first."),
        (["lat"], "The loss and the logits overflow later."),
        (["lost"], "All is lost."),
    ],
)
def test_snippet_is_the_sentence_with_most_of_the_words(words, snippet):
    assert strip_tags(hit(document(), words).snippet_html) == snippet


@pytest.mark.parametrize("words", [["loss"], ["gradient"], []])
def test_summary_wins_a_tie(words):
    shown = hit(document(), words)

    assert strip_tags(shown.snippet_html) == "The loss is no longer a number."


@pytest.mark.parametrize(
    ("body", "words", "snippet"),
    [
        ("First. Then loss.", ["loss"], "Then loss."),
        ("First. Then loss.", ["gradient"], "First. Then loss."),
        ("", ["loss"], ""),
    ],
)
def test_body_opens_a_document_without_a_summary(body, words, snippet):
    shown = hit(document(summary="", body=body), words)

    assert strip_tags(shown.snippet_html) == snippet


def test_hit_has_the_address_and_the_marked_title():
    shown = hit(document(title="Loss & NaN"), ["nan"])

    assert (shown.kind, shown.url, shown.title) == ("entry", "/e/nan-loss/", "Loss & NaN")
    assert shown.title_html == "Loss &amp; <mark>NaN</mark>"


def test_text_of_the_longest_length_is_not_cut():
    text = "x" * LONGEST_SNIPPET

    assert shortened(text) == text


def test_longer_text_is_cut_after_a_word():
    text = "word, " * LONGEST_SNIPPET

    cut = shortened(text)

    assert cut.endswith("word …")
    assert len(cut) <= LONGEST_SNIPPET + 2


def test_longer_word_is_cut():
    assert shortened("x" * 500) == "x" * LONGEST_SNIPPET + " …"
