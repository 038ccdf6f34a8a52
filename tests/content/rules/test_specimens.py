"""A specimen has two programs and two recordings, and an entry that explains them."""

import pytest

from content import rules
from content.problems import Problem
from content.tree import parse
from tests.small_content import small_files

pytestmark = pytest.mark.usefixtures("small_engine")


@pytest.fixture(scope="module")
def files():
    return small_files()


def told(files):
    return rules.problems(parse(files))


def test_a_specimen_is_a_pair_of_an_entry(files):
    alone = {
        path: data for path, data in files.items() if path != "specimens/rate-too-high/good.py"
    }
    assert Problem("specimens/rate-too-high", 1, "good.py is missing") in told(alone)
    recording = files["specimens/rate-too-high/bad.jsonl"]
    stray = {
        **files,
        "specimens/nobody/bad.py": b"",
        "specimens/nobody/good.py": b"",
        "specimens/nobody/bad.jsonl": recording,
        "specimens/nobody/good.jsonl": recording,
    }
    assert told(stray) == [Problem("specimens/nobody", 1, "no entry nobody")]


@pytest.mark.parametrize("name", ["bad.jsonl", "good.jsonl"])
def test_a_specimen_has_both_recordings(files, name):
    missing = f"specimens/rate-too-high/{name}"

    problems = told({path: data for path, data in files.items() if path != missing})

    assert problems == [Problem("specimens/rate-too-high", 1, f"{name} is missing")]


def test_a_recording_alone_is_no_specimen(files):
    recording = files["specimens/rate-too-high/bad.jsonl"]

    problems = told({**files, "specimens/rate-too-low/bad.jsonl": recording})

    assert "bad.py is missing" in [problem.message for problem in problems]


def test_a_recording_has_a_curve(files):
    path = "specimens/rate-too-high/bad.jsonl"

    problems = told({**files, path: b"It trains.\n"})

    assert problems == [Problem(path, 1, "must be JSON lines, as the program prints them")]
