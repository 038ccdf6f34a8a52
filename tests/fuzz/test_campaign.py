"""The fuzz itself: it finds what fails, makes it small, saves it and fails."""

import json

import pytest

from engine.read import NamedFile
from tests.fuzz import __main__ as command
from tests.fuzz import campaign
from tests.fuzz.answers import WrongAnswerError


@pytest.fixture
def fails_on_seven(monkeypatch):
    """An answer that raises where a 7 stands anywhere in the request."""

    def stub(fields, with_page=True):
        if "7" in repr(fields):
            raise ZeroDivisionError("stub")
        return "failure"

    monkeypatch.setattr(campaign, "answer", stub)


def test_a_failure_is_found_and_made_small(fails_on_seven, monkeypatch):
    request = {"metrics": {"a": [1, 2, 7, 3], "b": [1, 2]}, "config": {"lr": 1}}
    monkeypatch.setattr(campaign, "KINDS", {"stub": lambda random: request})

    outcome = campaign.run("stub", seed=1, cases=5, seconds=60)

    (failure,) = outcome.failures.values()
    assert outcome.cases == failure.count == 5
    assert failure.what.startswith("ZeroDivisionError at tests/fuzz/test_campaign.py:")
    assert failure.fields == {"metrics": {"a": [7]}}


def test_files_are_made_small_too(fails_on_seven):
    request = {"files": [NamedFile("a", b"1 2 7 3"), NamedFile("b", b"1")]}
    what = campaign.failure_of(request).what

    assert campaign.smaller(request, what) == {"files": [NamedFile("a", b"7")]}


def test_an_answer_that_takes_too_long_is_a_failure(monkeypatch):
    def endless(fields, with_page=True):
        while True:
            pass

    monkeypatch.setattr(campaign, "DEADLINE", 0.01)
    monkeypatch.setattr(campaign, "answer", endless)

    assert campaign.failure_of({}).what.startswith("SlowAnswerError")


def test_a_request_is_saved_and_loaded(tmp_path):
    request = {"files": [NamedFile("a", b"\xff\x00")], "config": {"lr": 10**400}}

    campaign.save(request, tmp_path / "new/a.json")

    assert campaign.load(tmp_path / "new/a.json") == request


def test_each_request_depends_on_seed_and_number_alone(monkeypatch):
    seen = []
    monkeypatch.setattr(campaign, "answer", lambda fields, with_page=True: "failure")
    monkeypatch.setattr(
        campaign, "KINDS", {"stub": lambda random: seen.append(random.random()) or {}}
    )

    campaign.run("stub", seed=1, cases=3, seconds=60)
    campaign.run("stub", seed=1, cases=3, seconds=60)
    campaign.run("stub", seed=2, cases=3, seconds=60)

    assert seen[:3] == seen[3:6] != seen[6:]
    assert len(set(seen)) == 6


def test_the_command_fails_and_names_the_saved_request(
    fails_on_seven, monkeypatch, tmp_path, capsys
):
    monkeypatch.setattr(campaign, "KINDS", {"numbers": lambda random: {"config": {"a": 7}}})

    status = command.main(["numbers", "--cases", "2", "--folder", str(tmp_path)])

    saved = tmp_path / "numbers-1-1.json"
    assert status == 1
    assert str(saved) in capsys.readouterr().out
    assert json.loads(saved.read_text()) == {"config": {"a": 7}}
    assert command.main(["--replay", str(saved)]) == 1


def test_the_command_passes_where_nothing_fails(fails_on_seven, monkeypatch, capsys):
    monkeypatch.setattr(campaign, "KINDS", {"numbers": lambda random: {"config": {"a": 1}}})

    assert command.main(["numbers", "--cases", "2"]) == 0
    assert "2 requests of seed 1: 0 kinds of failure" in capsys.readouterr().out


def test_a_figure_without_a_place_is_a_wrong_answer():
    from tests.fuzz import answers

    with pytest.raises(WrongAnswerError):
        answers._refuse_odd_drawing('<path d="M1,nan"/>')
    answers._refuse_odd_drawing('<path d="M1,2"/><text>nan</text>')


@pytest.mark.parametrize("value", ["NaN", 1.5, -0.1, float("nan"), None])
def test_a_probability_that_is_none_is_a_wrong_answer(value):
    from tests.fuzz import answers

    with pytest.raises(WrongAnswerError):
        answers._refuse_odd_shares({"diagnoses": [{"probability": value}]}, "")
