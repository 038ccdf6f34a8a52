import pytest

from diagnostics_api.service.wording import certainty, headline, lead, percent
from engine.knowledge import Check, Outcome
from engine.report import Diagnosis, NextCheck, Report
from tests.diagnostics_api.small import small_published

LIBRARY = small_published().library


def report(verdict, diagnoses=(), next_checks=()):
    return Report(verdict, diagnoses, (), (), next_checks, (), {})


FAILURE = report("failure", (Diagnosis("rate-too-high", 0.9, ()),))
UNDECIDED = report("undecided", (Diagnosis("rate-too-high", 0.3, ()),))
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


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (FAILURE, "Rate too high, very likely"),
        (HEALTHY, "Nothing wrong was found"),
        (UNDECIDED, "Not enough to tell"),
        (report("undecided", (), (CHECK,)), "Not enough to tell: measure this next"),
        (report("failure"), "Not enough to tell"),
    ],
)
def test_headlines(given, words):
    assert headline(given, LIBRARY) == words


def test_a_failure_leads_with_the_summary_of_its_entry():
    assert lead(FAILURE, LIBRARY) == LIBRARY.entries["rate-too-high"].summary


def test_other_verdicts_lead_with_a_sentence_of_their_own():
    assert "looks like a healthy run" in lead(HEALTHY, LIBRARY)
    assert "fits several failures" in lead(UNDECIDED, LIBRARY)
    assert "fits several failures" in lead(report("failure"), LIBRARY)
