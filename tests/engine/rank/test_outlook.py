from engine.knowledge import Check, Outcome
from engine.rank.outlook import MOST_SHIFTS, with_outlook
from engine.rank.ranking import rank
from engine.report import NextCheck
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
ASKED = NextCheck(Check("look", "minutes", ()), Outcome("loss-non-finite"), 1.0)


def outlook():
    return with_outlook(ASKED, rank((), KNOWLEDGE), KNOWLEDGE)


def test_a_yes_raises_what_shows_the_symptom_and_a_no_lowers_it():
    before = rank((), KNOWLEDGE, told=True).probabilities["nan-loss"]
    after = {shift.failure_mode: shift.probability for shift in outlook().after_yes}

    assert outlook().after_yes[0].failure_mode == "nan-loss"
    assert after["nan-loss"] > before
    assert "nan-loss" not in [shift.failure_mode for shift in outlook().after_no][:1]


def test_a_few_entries_are_named_for_each_reply():
    assert len(outlook().after_yes) == len(outlook().after_no) == MOST_SHIFTS
    assert (outlook().check, outlook().outcome) == (ASKED.check, ASKED.outcome)
