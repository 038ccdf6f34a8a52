import pytest

from content.detector_counts import FILE
from dictionary import measured


@pytest.fixture
def folder(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / FILE).write_text(
        "turns-up: {listed: [2, 1], good: [9, 0], normal: [3, 2], seen_in: [a], missed_in: [b]}"
    )
    return tmp_path


def test_runs_are_told_of_a_measured_symptom(folder):
    assert measured.runs_record("turns-up") == {
        "failing": {"measured": 2, "seen": 1},
        "healthy": {"measured": 9, "seen": 0},
        "looks_wrong": {"measured": 3, "seen": 2},
    }
    assert measured.own_run("turns-up", "a") is True
    assert measured.own_run("turns-up", "b") is False


def test_of_other_symptoms_and_entries_nothing_is_told(folder):
    assert measured.runs_record("unheard-of") is None
    assert measured.own_run("unheard-of", "a") is None
    assert measured.own_run("turns-up", "c") is None


def test_without_a_measurement_there_is_none(folder):
    assert measured.accuracy() is None


def test_a_broken_measurement_is_not_passed_over(folder):
    (folder / "accuracy.json").write_text("{")

    with pytest.raises(ValueError, match="JSON"):
        measured.accuracy()
