"""A specimen has two programs and two recordings, and an entry that explains them."""

import pytest

from content.problems import Problem
from tests.content.faults import HIGH, LOW, assert_problem_after, problems_of

pytestmark = pytest.mark.usefixtures("small_engine")


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            "specimens/rate-too-high/bad.py",
            "lr = 10.0",
            "lr = = 10.0",
            "not Python: invalid syntax",
        ),
        (
            HIGH,
            "example:\n"
            "  difference: '`lr = 10.0` against `lr = 0.1`'\n"
            "  explanation: 'They differ in the *rate*: {{bad.train_loss.last:.2f}}.'\n"
            "  expect:\n"
            "    - bad.train_loss.last > 0\n",
            "",
            "specimens/rate-too-high is not explained",
        ),
        (
            LOW,
            "status: stable",
            "example:\n  explanation: None.\nstatus: stable",
            "no specimens/rate-too-low to explain",
        ),
    ],
)
def test_program_or_explanation_that_is_amiss_is_a_problem(files, path, old, new, message):
    assert_problem_after((path, old, new), files, message)


def test_a_specimen_is_a_pair_of_an_entry(files):
    alone = {
        path: data for path, data in files.items() if path != "specimens/rate-too-high/good.py"
    }
    assert Problem("specimens/rate-too-high", 1, "good.py is missing") in problems_of(alone)
    recording = files["specimens/rate-too-high/bad.jsonl"]
    stray = {
        **files,
        "specimens/nobody/bad.py": b"",
        "specimens/nobody/good.py": b"",
        "specimens/nobody/bad.jsonl": recording,
        "specimens/nobody/good.jsonl": recording,
    }
    assert problems_of(stray) == [Problem("specimens/nobody", 1, "no entry nobody")]


@pytest.mark.parametrize("name", ["bad.jsonl", "good.jsonl"])
def test_a_specimen_has_both_recordings(files, name):
    missing = f"specimens/rate-too-high/{name}"

    problems = problems_of({path: data for path, data in files.items() if path != missing})

    assert Problem("specimens/rate-too-high", 1, f"{name} is missing") in problems


def test_a_recording_alone_is_no_specimen(files):
    recording = files["specimens/rate-too-high/bad.jsonl"]

    problems = problems_of({**files, "specimens/rate-too-low/bad.jsonl": recording})

    assert "bad.py is missing" in [problem.message for problem in problems]


def test_a_recording_has_a_curve(files):
    path = "specimens/rate-too-high/bad.jsonl"

    problems = problems_of({**files, path: b"It trains.\n"})

    assert Problem(path, 1, "must be JSON lines, as the program prints them") in problems
