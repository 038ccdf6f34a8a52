import dataclasses

import pytest

from quizzes.records import Bank, Question, QuizItem
from tests.quizzes.entries import make_entry, six


def test_an_entry_goes_by_its_term_and_its_aliases():
    entry = make_entry("nan-loss", [], [], names=("NaN loss", "loss becomes NaN"))

    assert entry.all_names == ("Nan loss", "NaN loss", "loss becomes NaN")


def test_others_are_all_entries_but_the_key():
    entries = Bank(tuple(six()))
    key = entries.entries[0]

    assert key not in entries.others(key)
    assert len(entries.others(key)) == len(entries.entries) - 1


def test_an_entry_from_elsewhere_has_all_entries_as_others():
    stranger = make_entry("stranger", [], [])

    entries = Bank(tuple(six()))

    assert entries.others(stranger) == list(entries.entries)


def test_the_arrays_of_the_engine_are_made_once():
    entries = Bank(tuple(six()))

    assert entries.matrices is entries.matrices


def test_no_record_can_be_changed():
    item = QuizItem("term-to-fix", "nan-loss", Question("Which?", {}, {}))

    with pytest.raises(dataclasses.FrozenInstanceError):
        item.kind = "other"
