"""The parts of the measurement; nothing here asserts a time."""

import subprocess
import sys

import pytest

from benchmarks import answer_speed, speed
from benchmarks.answer_speed import LENGTHS
from benchmarks.speed import LONG, SIZE, Timing, plain_pass
from benchmarks.speed_texts import LAYOUTS, STEP_LINES, text_of
from tests.engine.content import real_knowledge


def test_plain_pass_adds_up_every_number():
    assert plain_pass("step 2 loss -.5e1\nlr 1e-3, 24179ms\n") == pytest.approx(24176.001)
    assert plain_pass("no number\n") == 0


def test_refused_text_is_named():
    assert speed.read_as(b"\x00\x01" * 99, real_knowledge()) == "refused"


def test_empty_text_is_named():
    assert speed.read_as(b"\x00" * 99, real_knowledge()) == "nothing"


def test_best_of_calls_so_often():
    calls = []

    assert speed.best_of(lambda: calls.append(1), 3) > 0
    assert len(calls) == 3


def test_timing_is_of_the_given_text():
    taken = speed.timing(STEP_LINES, 0.002, real_knowledge(), repeat=1)

    assert (taken.name, taken.read_as) == ("step lines", "console")
    assert taken.megabytes == pytest.approx(0.002, abs=2e-4)


def test_line_shows_speeds_and_their_ratio():
    line = str(Timing("bars", 1.0, "progress-bar", 0.5, 0.125))

    assert line.split() == ["bars", "1.00", "progress-bar", "2.00", "8.00", "4.00"]


def test_step_lines_come_long_as_well():
    texts = speed.chosen_texts(None, "")

    assert texts[:2] == [(STEP_LINES, SIZE), (STEP_LINES, LONG)]
    assert len(texts) == len(LAYOUTS) + 1
    assert speed.chosen_texts(0.5, "step lines") == [(STEP_LINES, 0.5)]


def test_text_is_written_piece_by_piece(tmp_path):
    path = tmp_path / "steps.log"
    speed.write_text(STEP_LINES, 0.002, path)

    assert path.read_text() == text_of(STEP_LINES, 2_000)


def test_peak_is_that_of_the_command():
    peak = speed.peak_megabytes([sys.executable, "-c", "'x' * 90_000_000"], {})

    assert 50 < peak < 2_000


def test_command_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError, match="exit status 3"):
        speed.peak_megabytes([sys.executable, "-c", "raise SystemExit(3)"], {})


def test_memory_of_the_terminal_command_is_measured(monkeypatch):
    commands = []

    def peak(command, environment):
        commands.append(command[2])
        assert environment["DATABASE_URL"].startswith("sqlite:///")
        return 250.0

    monkeypatch.setattr(speed, "peak_megabytes", peak)

    lines = speed.memory(0.002).splitlines()

    assert commands == ["migrate", "load_dictionary", *["diagnose"] * 3]
    first, small, given = lines
    assert "the first diagnosis: peak 250 MB" in first
    assert small.split()[:2] == ["0.001", "MB"]
    assert given.split()[:2] == ["0.002", "MB"]
    assert "lines: peak 250 MB" in given


def test_command_prints_a_line_for_each_layout(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["speed", "--size", "0.002", "--repeat", "1", "--row", "CSV"])
    monkeypatch.setattr(speed, "knowledge_from_files", lambda _: real_knowledge())

    speed.main()

    title, line = capsys.readouterr().out.splitlines()
    assert title.startswith("layout")
    assert line.startswith("CSV")


def test_command_times_answers_as_well(monkeypatch, capsys):
    monkeypatch.setattr(answer_speed, "knowledge_from_files", lambda _: real_knowledge())
    monkeypatch.setattr(answer_speed, "LENGTHS", LENGTHS[:1])
    monkeypatch.setattr(answer_speed, "TIMES_LARGER", 2)
    monkeypatch.setattr(
        sys, "argv", ["speed", "--answers", "--row", "model alone", "--repeat", "1"]
    )

    speed.main()

    (printed,) = capsys.readouterr().out.splitlines()
    assert printed.startswith("20 words, text model alone")
    assert "at most" in printed
