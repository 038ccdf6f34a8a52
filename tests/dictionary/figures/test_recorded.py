"""The recorded runs of an entry as two figures on one axis."""

import json
import re

import pytest

from dictionary.figures.recorded import Recordings, recorded_figures, thumbnail_of_recording
from engine.read import ReadError


def lines(factor):
    rows = [{"epoch": epoch, "train_loss": factor * epoch} for epoch in (1, 2, 3)]
    return "".join(f"{json.dumps(row)}\n" for row in rows)


def figures(bad="", good=""):
    return recorded_figures(Recordings("overfitting", "plateau", bad, good))


def test_both_runs_are_drawn_on_one_axis():
    bad, good = figures(lines(8.0), lines(0.1))

    assert ">20<" in bad
    assert ">20<" in good


def test_an_entry_without_recording_has_no_figure():
    assert figures() == ("", "")


def test_one_recording_alone_is_drawn():
    bad, good = figures(bad=lines(1.0))

    assert "Recorded from the example that fails" in bad
    assert good == ""


def test_a_recording_without_curves_has_no_figure():
    assert figures(bad='{"epoch": 1, "memory_mb": 14.1}\n')[0] == ""


def test_the_two_figures_of_a_page_share_no_id():
    ids = re.findall(r' id="([^"]+)"', "".join(figures(lines(1.0), lines(2.0))))

    assert len(ids) == len(set(ids)) == 4


def test_what_cannot_be_read_is_an_error():
    with pytest.raises(ReadError):
        figures(bad="PK\x03\x04\n")


def test_the_thumbnail_is_drawn_from_the_run_that_fails():
    recordings = Recordings("overfitting", "plateau", lines(8.0), lines(0.1))

    drawn = thumbnail_of_recording(recordings)

    assert 'class="chart thumbnail"' in drawn
    assert ">loss</text>" in drawn
    assert drawn != thumbnail_of_recording(Recordings("overfitting", "plateau", lines(0.1), ""))


def test_without_a_recorded_curve_there_is_no_thumbnail():
    assert thumbnail_of_recording(Recordings("overfitting", "plateau", "", lines(1.0))) == ""
