"""What an address of the index asks for, and where each choice leads."""

import pytest
from django.http import QueryDict

from dictionary.models import Chapter, FailureMode
from dictionary.pages.index.facets import BY_CHAPTER, Choices

NUMERICS = Chapter(pk=1, slug="numerics", title="Numerics", position=2)
DRIFT = Chapter(pk=2, slug="drift", title="Drift", position=1)


def entry(**fields):
    return FailureMode(
        **{
            "chapter": NUMERICS,
            "kind": "bug",
            "phase": ["loop"],
            "silence": "loud",
            "severity": 3,
            "prevalence": "common",
            **fields,
        }
    )


def asked(address):
    return Choices.asked_for(QueryDict(address))


def choices_of(address, entries, name):
    [facet] = [facet for facet in asked(address).facets(entries) if facet.name == name]
    return {choice.value: choice for choice in facet.choices}


@pytest.mark.parametrize(
    ("address", "values"),
    [
        ("kind=bug&kind=bug&kind=data", {"kind": ("bug", "data")}),
        ("kind=", {}),
        ("color=red", {}),
        ("", {}),
    ],
)
def test_values_are_read_once_and_unknown_facets_are_left_out(address, values):
    assert asked(address).values == values


@pytest.mark.parametrize(
    ("order", "read"), [("chapter", "chapter"), ("term", "term"), ("x", "term")]
)
def test_an_unknown_order_is_that_of_the_terms(order, read):
    assert asked(f"order={order}").order == read


def test_one_selection_has_one_address():
    assert asked("silence=loud&kind=data&kind=bug").query_string == (
        asked("kind=bug&silence=loud&kind=data").query_string
    )


def test_the_usual_order_is_not_in_the_address():
    assert asked("order=term").query_string == ""
    assert asked("").ordered(BY_CHAPTER).query_string == "order=chapter"


def test_values_of_a_facet_are_alternatives_and_facets_must_all_fit():
    assert asked("kind=bug&kind=data").match(entry())
    assert asked("kind=bug&silence=loud").match(entry())
    assert not asked("kind=bug&silence=quiet").match(entry())
    assert not asked("kind=nothing").match(entry())


def test_a_choice_adds_its_value_or_takes_it_back():
    entries = [entry(), entry(kind="data")]

    kinds = choices_of("kind=bug", entries, "kind")

    assert kinds["bug"].chosen
    assert kinds["bug"].query == ""
    assert kinds["data"].query == "kind=bug&kind=data"


def test_a_facet_does_not_narrow_its_own_counts():
    entries = [entry(), entry(kind="data", silence="quiet")]

    assert choices_of("kind=bug", entries, "kind")["data"].count == 1
    assert choices_of("kind=bug", entries, "silence")["quiet"].count == 0


def test_values_that_no_entry_has_are_not_shown():
    assert list(choices_of("", [entry()], "kind")) == ["bug"]


def test_chapters_come_in_their_order_with_their_titles():
    chapters = choices_of("", [entry(), entry(chapter=DRIFT)], "chapter")

    assert [choice.title for choice in chapters.values()] == ["Drift", "Numerics"]
