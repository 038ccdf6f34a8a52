import pytest

from quizzes.kinds.definition_to_term.make import definition_without_names, draft, make, why_key
from quizzes.records import Bank
from tests.quizzes.entries import FixedChance, bank_with, make_entry, six

LONG = "whose marks are those of a case that no other failure in the set has in common with it."


@pytest.mark.parametrize(
    ("definition", "summary", "shown"),
    [
        (f"A state {LONG} Then more. And more.", "", f"A state {LONG} Then more."),
        (f"Overfitting is a state {LONG}", f"This is one {LONG}", f"This is one {LONG}"),
        ("Short one.", f"This is one {LONG}", f"This is one {LONG}"),
        (f"Overfit it is. A state {LONG}", "It overfits.", f"A state {LONG}"),
        (f"A fitful state {LONG}", f"This is one {LONG}", f"This is one {LONG}"),  # a telling word
        (
            "Overfitting.",
            "It is overfitting, as one says when one means it and has no better word for it.",
            "",
        ),
    ],
)
def test_the_text_shown_does_not_tell_the_name(definition, summary, shown):
    entry = make_entry(
        "overfitting", [], [], definition=definition, summary=summary, telling=frozenset({"fit"})
    )
    assert definition_without_names(entry) == shown


def test_the_explanation_is_not_what_was_shown():
    entry = make_entry("key", [], [], definition="The beginning is here. The end is there.")
    assert why_key(entry, "The beginning") == entry.summary
    assert why_key(entry, entry.summary) == "The beginning is here."


def test_nothing_is_asked_when_every_text_names_the_entry():
    entry = make_entry(
        "overfitting", [], [], definition="Overfitting.", summary="It is overfitting, as one says."
    )
    assert definition_without_names(entry) == ""
    assert make(entry, bank_with(entry, six()[:2]), FixedChance()) is None


def test_an_entry_that_the_definition_names_is_no_option():
    key = make_entry(
        "rate-odd",
        [],
        [],
        definition="Unlike label noise, this one has a long and winding story to tell.",
    )

    drafted = draft(key, bank_with(key), FixedChance())

    assert "label-noise" not in {option.entry for option in drafted.wrong}


def test_parents_and_causes_are_no_options():
    key = make_entry("rate-odd", [], [], relatives=frozenset({"label-noise", "nan-loss"}))

    drafted = draft(key, bank_with(key), FixedChance())

    assert not {"label-noise", "nan-loss"} & {option.entry for option in drafted.wrong}


def test_the_question_shows_the_definition_and_asks_for_the_term():
    key = six()[2]

    question = make(key, Bank(tuple(six())), FixedChance())

    assert question.prompt == "Which failure is this?"
    assert question.body["shown"] == [definition_without_names(key)]
    assert question.body["options"][0]["text"] == key.term
