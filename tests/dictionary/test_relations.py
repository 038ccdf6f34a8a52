"""Links between entries, read from one side."""

import pytest

from dictionary import queries
from dictionary.relations import look_alikes, related_links
from tests import factories


def links_of(slug):
    entry = queries.entry_with_parts().get(slug=slug)
    return [(link.title, link.slug, link.note) for link in related_links(entry)]


@pytest.mark.usefixtures("content")
def test_a_link_is_read_from_both_sides():
    note = "One leads to the other."

    assert links_of("underfitting") == [("Causes", "nan-loss", note)]
    assert links_of("nan-loss") == [("Caused by", "underfitting", note)]


def test_a_link_that_both_sides_write_is_shown_once_in_the_own_words(content):
    own, other = content["overfitting"], content["nan-loss"]
    factories.RelationFactory(source=own, target=other, type="often-with", note="Mine.")
    factories.RelationFactory(source=other, target=own, type="often-with", note="Theirs.")

    assert links_of("overfitting") == [("Often comes with", "nan-loss", "Mine.")]


def test_what_an_entry_is_part_of_comes_before_what_it_causes(content):
    entry = content["overfitting"]
    factories.RelationFactory(source=entry, target=content["nan-loss"], type="causes")
    factories.RelationFactory(source=content["underfitting"], target=entry, type="parent-of")

    assert [title for title, _, _ in links_of("overfitting")] == ["Part of", "Causes"]


@pytest.mark.usefixtures("content")
def test_look_alikes_are_no_related_links():
    entry = queries.entry_with_parts().get(slug="overfitting")

    assert links_of("overfitting") == []
    assert [link.slug for link in look_alikes(entry)] == ["underfitting"]


def test_planned_entries_are_named_without_an_address(content):
    entry = content["overfitting"]
    early = {"source": entry, "planned__slug": "early-one", "position": 900}
    factories.PlannedRelationFactory(**early, type="look-alike")
    factories.PlannedRelationFactory(source=entry, planned__slug="late-one", type="parent-of")
    entry = queries.entry_with_parts().get(slug="overfitting")

    [child] = related_links(entry)
    assert (child.title, child.slug, child.term, child.url) == (
        "Kinds of it",
        "late-one",
        "Late one",
        "",
    )
    assert [(link.slug, bool(link.url)) for link in look_alikes(entry)] == [
        ("underfitting", True),
        ("early-one", False),
    ]
