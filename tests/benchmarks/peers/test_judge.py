import pytest

from benchmarks.peers.caller import Reply
from benchmarks.peers.finding import Finding
from benchmarks.peers.judge import judged
from benchmarks.peers.mapping import Meaning, RuleMap, Saying, UnmappedRuleError
from tests.benchmarks.peers.fakes import run

RULES = RuleMap(
    "doctor",
    "1",
    "MIT",
    {
        "spike": Meaning(("loss-spikes", "corrupted-samples")),
        "diverged": Meaning(("loss-divergence",)),
        "gradient": Meaning(says=(Saying("exploded", ("exploding-gradients",)),)),
        "slow": Meaning(),
        "file": Meaning(is_about_file=True),
    },
)


def answer(*findings, failure=""):
    found = tuple(Finding(*finding) for finding in findings)
    return judged(run(), Reply(found, 1.0, failure), RULES)


def test_errors_come_first_and_notes_last():
    given = answer(("gradient", "note", "exploded"), ("spike", "warning"), ("diverged", "error"))

    assert given.prediction.ranked == (
        "loss-divergence",
        "loss-spikes",
        "corrupted-samples",
        "exploding-gradients",
    )
    assert given.prediction.reported == ("loss-divergence", "loss-spikes", "corrupted-samples")


def test_findings_of_one_rule_count_once():
    given = answer(("spike", "warning"), ("diverged", "warning"), ("spike", "warning"))

    assert [each.rule for each in given.fired] == ["spike", "diverged"]


def test_a_report_that_names_no_failure_is_an_alarm():
    given = answer(("slow", "warning"))

    assert (given.prediction.ranked, given.prediction.reported) == ((), ("slow",))


def test_a_note_is_no_alarm():
    assert answer(("slow", "note")).prediction.reported == ()


def test_findings_about_the_file_do_not_count():
    given = answer(("file", "error"))

    assert (given.fired, given.prediction.reported) == ((), ())


def test_no_answer_names_nothing_and_says_why():
    given = answer(failure="ValueError: no loss")

    assert (given.prediction.ranked, given.failure) == ((), "ValueError: no loss")


def test_a_rule_of_another_version_is_an_error():
    with pytest.raises(UnmappedRuleError):
        answer(("new", "error"))
