"""Normal pages on the recorded runs of the book: what is fine holds, what fails does not."""

from dataclasses import replace

from engine.observe.normal import read_normal
from tests.engine.content import real_content
from tests.engine.observe.normal.specimens import (
    FOLDER,
    readings,
    recorded,
    weighed_readings,
)
from tests.together import together

ENTRIES = {entry.slug: entry for entry in real_content().failure_modes}
RECORDED = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
NORMAL = [slug for slug, entry in ENTRIES.items() if entry.entry_class == "normal"]
# What decides is not in the recorded curves: lines of a log, and where the weights come from.
UNDECIDED = {"harmless-log-lines", "low-starting-loss"}
OWN = [slug for slug in NORMAL if slug in RECORDED]
BEYOND = sorted(
    (slug, boundary.failure_mode)
    for slug in NORMAL
    for boundary in ENTRIES[slug].boundaries
    if boundary.failure_mode in RECORDED
)
# Runs whose failure shows on none of their curves: wrong records that were left in on both sides,
# a comparison that is not fair, devices that hold different weights.
MOST_HELD_ON_FAILING_RUNS = 20


def holding(readings_of, quality):
    return [
        (page, slug)
        for slug in RECORDED
        for page, reading in readings_of(slug, quality).items()
        if reading.state == "holds"
    ]


@together("slug", [slug for slug in OWN if slug not in UNDECIDED])
def test_the_run_that_looks_wrong_and_is_fine_holds(slug):
    reading = weighed_readings(slug, "good")[slug]

    assert reading.state == "holds", reading.text
    assert reading.text
    assert reading.span is not None


@together("slug", OWN)
def test_the_run_beyond_the_boundary_does_not_hold(slug):
    assert readings(slug, "bad")[slug].state != "holds"


@together("slug, beyond", BEYOND)
def test_the_failing_run_of_the_entry_beyond_does_not_hold(slug, beyond):
    reading = readings(beyond, "bad")[slug]

    assert reading.state != "holds", reading.text


def test_a_low_start_holds_once_the_settings_say_where_the_weights_come_from():
    case = recorded("low-starting-loss", "good")
    pretrained = replace(case, config={**case.config, "pretrained": True})
    reading = next(each for each in read_normal(pretrained) if each.slug == "low-starting-loss")

    assert reading.state == "holds", reading.text


def test_hardly_any_failing_run_is_called_fine():
    held = holding(weighed_readings, "bad")

    assert len(held) <= MOST_HELD_ON_FAILING_RUNS, held


def test_weighing_takes_away_and_adds_nothing():
    alone = set(holding(readings, "bad"))

    assert set(holding(weighed_readings, "bad")) < alone
