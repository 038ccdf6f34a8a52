from dataclasses import replace

import pytest

from diagnostics_api.service.wording import (
    after,
    asks_next,
    certainty,
    first_boundary,
    headline,
    lead,
    lowered,
    percent,
    shows_ranking,
    to_be_sure,
    understood_note,
)
from engine.knowledge import Check, Outcome
from engine.observe.log.messages import Message
from engine.report import (
    Diagnosis,
    Evidence,
    NextCheck,
    NormalPage,
    Report,
    Resembles,
    Shift,
)
from tests.diagnostics_api.small import small_published
from tests.together import together

LIBRARY = small_published().library


def report(verdict, diagnoses=(), next_checks=()):
    return Report(verdict, diagnoses, (), (), next_checks, (), {})


FAILURE = report("failure", (Diagnosis("rate-too-high", 0.9, ()),))
SIGN = Evidence("loss-oscillates", "log", 1.0, "for", 2.0, "it swings", None)
UNDECIDED = report("undecided", (Diagnosis("rate-too-high", 0.3, (SIGN,)),))
OPEN = report("undecided", (Diagnosis("rate-too-high", 0.3, ()),))
MESSAGE = Message(
    "disk-full", 3, "No space", "the disk is full", "Free some.", "root", "environment"
)
NORMAL = replace(report("normal"), normal=(NormalPage("rate-too-low", "Looked at 3.", "Up to 4."),))
FROM_WORDS = replace(report("normal"), normal=(NormalPage("rate-too-low"),))
PLANNED = LIBRARY.planned["planned-one"]
SOUNDS = replace(report("not-covered"), resembles=Resembles("planned-one", "Planned one", 0.7))
HEALTHY = report("healthy")
CHECK = NextCheck(Check("a", "minutes", (Outcome("b"),)), Outcome("b"), 0.5)


@pytest.mark.parametrize(
    ("share", "words"), [(0.004, "under 1 %"), (0.01, "1 %"), (0.5, "50 %"), (0.9999, "99 %")]
)
def test_percent(share, words):
    assert percent(share) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.9, "very likely"), (0.6, "likely"), (0.1, "possibly")]
)
def test_certainty(share, words):
    assert certainty(share) == words


@together(
    "given, words",
    [
        (FAILURE, "Rate too high, very likely"),
        (HEALTHY, "Nothing wrong was found"),
        (UNDECIDED, "Not enough to tell"),
        (replace(UNDECIDED, next_checks=(CHECK,)), "Not enough to tell: measure this next"),
        (replace(OPEN, next_checks=(CHECK,)), "Not enough to tell"),
        (report("failure"), "Not enough to tell"),
        (NORMAL, "Looks wrong, is fine: rate too low"),
        (FROM_WORDS, "Probably normal, from your words alone: rate too low"),
        (replace(report("environment"), message=MESSAGE), "The disk is full"),
        (SOUNDS, "This sounds like planned one, which has no entry yet"),
        (replace(report("not-covered"), message=MESSAGE), "The disk is full"),
        (report("not-covered"), "None of the entries explains this"),
        (report("no-run"), "No training run was recognized in this"),
    ],
)
def test_headlines(given, words):
    assert headline(given, LIBRARY) == words


def test_a_failure_leads_with_the_summary_of_its_entry():
    assert lead(FAILURE, LIBRARY) == LIBRARY.entries["rate-too-high"].summary


def test_other_verdicts_lead_with_a_sentence_of_their_own():
    assert "Nothing notable" in lead(HEALTHY, LIBRARY)
    assert "does not tell the causes apart" in lead(UNDECIDED, LIBRARY)
    assert "too little to rule one out" in lead(OPEN, LIBRARY)
    assert "too little to rule one out" in lead(report("failure"), LIBRARY)
    assert "Looked for" in lead(report("no-run"), LIBRARY)
    assert "none of the entries explains it" in lead(report("not-covered"), LIBRARY)


def test_a_message_leads_with_what_to_do():
    assert lead(replace(report("environment"), message=MESSAGE), LIBRARY) == (
        "This is no failure of training. Free some."
    )
    assert lead(replace(report("not-covered"), message=MESSAGE), LIBRARY) == "Free some."


def test_words_alone_claim_nothing_and_say_how_to_be_sure():
    entry = LIBRARY.entries["rate-too-low"]
    nothing = entry.model_copy(update={"solution": "Nothing. Score it once."})

    assert lead(FROM_WORDS, LIBRARY) == lead(NORMAL, LIBRARY) == entry.summary
    assert to_be_sure(nothing) == "Score it once."
    assert to_be_sure(entry) == entry.solution
    assert to_be_sure(entry.model_copy(update={"solution": "Nothing."})) == "Nothing."


def test_a_next_check_is_asked_where_entries_are_to_be_parted():
    assert asks_next(FAILURE)
    assert asks_next(UNDECIDED)
    assert not asks_next(SOUNDS)
    assert not asks_next(HEALTHY)


def test_what_is_far_from_every_entry_has_no_ranking():
    near = replace(SOUNDS, diagnoses=(Diagnosis("rate-too-high", 0.05, (SIGN,)),))
    far = replace(SOUNDS, diagnoses=(Diagnosis("rate-too-high", 0.04, (SIGN,)),))

    assert shows_ranking(near)
    assert not shows_ranking(far)


def test_a_planned_entry_leads_with_its_gloss():
    assert lead(SOUNDS, LIBRARY).lower().startswith(PLANNED.gloss.lower())


@pytest.mark.parametrize(
    ("given", "shows"),
    [(FAILURE, True), (UNDECIDED, True), (OPEN, False), (HEALTHY, False), (NORMAL, False)],
)
def test_a_ranking_is_shown_where_something_points_to_a_failure(given, shows):
    assert shows_ranking(given) == shows


def test_what_a_reply_would_do_is_named():
    assert after((), LIBRARY) == ""
    shifts = (Shift("rate-too-high", 0.7), Shift("rate-too-low", 0.1))
    assert after(shifts, LIBRARY) == "then Rate too high 70 %, Rate too low 10 %"


def test_words_that_were_not_understood_are_told():
    assert understood_note(replace(HEALTHY, understood=0.5)) == ""
    assert "About 31 % of your words" in understood_note(replace(HEALTHY, understood=0.31))


@pytest.mark.parametrize(
    ("term", "within"),
    [("Rate too high", "rate too high"), ("NaN loss", "NaN loss"), ("GPU memory", "GPU memory")],
)
def test_names_keep_their_letters_within_a_sentence(term, within):
    assert lowered(term) == within


def test_an_entry_without_a_boundary_has_none():
    assert first_boundary(LIBRARY.entries["rate-too-high"]) == ""
