import pytest

from content.detector_counts import FILE, Count, read_detector_counts
from engine.observe import DETECTORS
from tests.engine.content import FIXTURES

LINE = "loss-diverges: {listed: [5, 3], good: [99, 1], normal: [0, 0]"


def read(folder, text):
    (folder / FILE).write_text(text)
    return read_detector_counts(folder)


def test_counts_and_entries_are_read(tmp_path):
    counts = read(tmp_path, LINE + ", seen_in: [a, b, c], missed_in: [d, e]}")["loss-diverges"]

    assert counts.listed == Count(5, 3)
    assert counts.good.share == pytest.approx(1 / 99)
    assert (counts.own_run("a"), counts.own_run("d"), counts.own_run("z")) == (True, False, None)


def test_a_share_of_no_runs_is_zero(tmp_path):
    assert read(tmp_path, LINE + "}")["loss-diverges"].normal.share == 0


def test_a_folder_without_the_file_has_no_counts(tmp_path):
    assert read_detector_counts(tmp_path) == {}


@pytest.mark.parametrize(
    "text",
    [
        "- a list",
        "just words",
        "loss-diverges: 3",
        "loss-diverges: {listed: [5, 3], good: [99, 1]}",
        "loss-diverges: {listed: [5, 6], good: [99, 1], normal: [0, 0]}",
        "loss-diverges: {listed: [5, -1], good: [99, 1], normal: [0, 0]}",
        "loss-diverges: {listed: [5], good: [99, 1], normal: [0, 0]}",
        "loss-diverges: {listed: [a, b], good: [99, 1], normal: [0, 0]}",
        "loss-diverges: {listed: [5, 3], good: [99, 1], normal: [0, 0], seen_in: 4}",
    ],
)
def test_another_form_is_refused_by_name(tmp_path, text):
    with pytest.raises(ValueError, match=r"likelihoods\.yaml"):
        read(tmp_path, text)


def test_the_counts_of_the_project_are_read():
    counts = read_detector_counts(FIXTURES)

    assert len(counts) >= 0.9 * len(DETECTORS)
    listed = [each.listed for each in counts.values()]
    assert all(count.seen <= count.measured for count in listed)
    assert all(
        len(each.seen_in) == each.listed.seen
        and len(each.seen_in) + len(each.missed_in) == each.listed.measured
        for each in counts.values()
    )
