"""Terms of the glossary are linked where a text uses them first, and nowhere else."""

import pytest

from dictionary.glossary_links import (
    MOST_LINKS,
    forms_of,
    glossary_of,
    glossary_of_site,
    with_glossary_links,
)
from dictionary.loading.load import load
from dictionary.models import GlossaryTerm
from tests.small_content import small_content
from tests.together import together

TERMS = [
    GlossaryTerm(slug="epoch", term="epoch", aliases=["epochs"]),
    GlossaryTerm(slug="learning-rate", term="learning rate"),
    GlossaryTerm(slug="rate", term="rate"),
    GlossaryTerm(slug="r-and-d", term="R&D"),
]
GLOSSARY = glossary_of(forms_of(TERMS))


def link(slug, form):
    return f'<a class="term" href="/glossary/#{slug}">{form}</a>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>An epoch ends.</p>", f"<p>An {link('epoch', 'epoch')} ends.</p>"),
        ("Epochs pass.", f"{link('epoch', 'Epochs')} pass."),
        ("a learning rate", f"a {link('learning-rate', 'learning rate')}"),
        ("R&amp;D it is", f"{link('r-and-d', 'R&amp;D')} it is"),
    ],
)
def test_a_term_is_linked(html, shown):
    assert with_glossary_links(html, GLOSSARY) == shown


@together(
    "html",
    [
        "<p>Nothing here.</p>",
        "epochal, sub-epoch, epoch-wise",
        "They are learning. Rat races are others.",
        "<code>epoch</code>",
        '<a href="/e/x/">the last epoch</a>',
        "<h3>Each epoch</h3>",
        "<math><mtext>epoch</mtext></math>",
        '<img alt="epoch">',
    ],
)
def test_other_words_and_closed_places_are_left_alone(html):
    assert with_glossary_links(html, GLOSSARY) == html


def test_only_the_first_use_is_linked():
    html = "<p>An epoch, two epochs.</p><p>An epoch.</p>"

    assert with_glossary_links(html, GLOSSARY).count("<a") == 1


def test_after_code_terms_are_linked_again():
    html = "<pre><code>epoch</code></pre><p>An epoch.</p>"

    assert with_glossary_links(html, GLOSSARY).endswith(f"<p>An {link('epoch', 'epoch')}.</p>")


def test_a_text_has_few_links():
    terms = [GlossaryTerm(slug=f"t{n}", term=f"term{n}") for n in range(9)]
    html = " ".join(term.term for term in terms)

    linked = with_glossary_links(html, glossary_of(forms_of(terms)))

    assert linked.count("<a") == MOST_LINKS


def test_the_glossary_of_the_database_is_used(db):
    assert with_glossary_links("a step", glossary_of_site()) == "a step"

    load(small_content(), "hash")

    assert with_glossary_links("a step", glossary_of_site()) == f"a {link('step', 'step')}"


def test_a_word_with_other_meanings_is_not_linked(db):
    load(small_content(), "hash")
    GlossaryTerm.objects.update(is_linked=False)

    assert with_glossary_links("a step", glossary_of_site()) == "a step"
