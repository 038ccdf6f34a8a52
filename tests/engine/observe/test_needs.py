"""What a part needs, and that no part finds anything in a case without it."""

from dataclasses import replace

import numpy as np
import pytest

from content.recordings import read_recording
from engine import observe
from engine.observe import DETECTORS
from engine.observe.needs import can_do_without, names_in, needs_of
from engine.observe.normal import READERS
from engine.run import Case
from tests.engine.cases import case
from tests.engine.content import real_content
from tests.together import together

LOSSES = frozenset({"train_loss", "val_loss"})
LEAST_SPARED = 0.5  # of the detectors, where nothing but losses is given
EMPTY = Case()


def second_rate(looked_at):
    """Find the rate of a run that has a loss as well."""
    if "train_loss" not in looked_at.series:
        return None
    return looked_at.config.get("learning_rate")


def by_either_name(looked_at):
    return looked_at.config.get("fp16") or looked_at.series.get("loss_scale")


def test_a_part_needs_the_names_that_it_asks_of_an_empty_case():
    assert needs_of(second_rate) == {"train_loss"}
    assert needs_of(by_either_name) == {"fp16", "loss_scale"}


MORE_THAN_NAMES = {
    "all curves": lambda looked_at: list(looked_at.series),
    "number of settings": lambda looked_at: len(looked_at.config),
    "all names": lambda looked_at: {"kl"} <= looked_at.series.keys(),
    "log": lambda looked_at: looked_at.log,
    "words": lambda looked_at: looked_at.description.strip(),
    "failure": lambda looked_at: looked_at.series["train_loss"],
}


@pytest.mark.parametrize("what", MORE_THAN_NAMES)
def test_a_part_that_looks_at_more_than_names_is_called_for_every_case(what):
    part = MORE_THAN_NAMES[what]

    assert needs_of(part) is None
    assert not can_do_without(part, frozenset())


def test_names_are_those_of_curves_tables_and_settings():
    run = case({"n_classes": 3.0}, {"grad_norm_by_layer": [[1.0]]}, {"recall": [[1.0]]}, lr=[0.1])

    assert names_in(run) == {"n_classes", "grad_norm_by_layer", "recall", "lr"}


def recorded_runs():
    """Yield the runs of all specimens, each whole and with nothing but its losses."""
    for slug, specimen in real_content().specimens.items():
        for recording in (specimen.bad_recording, specimen.good_recording):
            run = read_recording(recording)
            losses = {name: run.series[name] for name in run.series.keys() & LOSSES}
            yield slug, run
            yield f"{slug}, losses", replace(run, series=losses)


@together("slug, run", recorded_runs(), ids=lambda row: row[0])
def test_no_part_finds_more_in_a_recorded_run_without_what_it_needs(slug, run):
    names = names_in(run)
    parts = (*(detector.observe for detector in DETECTORS), *READERS)
    spared = [part for part in parts if can_do_without(part, names)]

    with np.errstate(all="ignore"):
        found = [part.__module__ for part in spared if part(run) != part(EMPTY)]

    assert found == []


def test_most_detectors_are_spared_where_nothing_but_losses_is_given():
    spared = [each for each in DETECTORS if can_do_without(each.observe, LOSSES)]

    assert len(spared) >= LEAST_SPARED * len(DETECTORS)


def test_a_detector_is_called_only_where_a_name_is_given_that_it_needs(monkeypatch):
    called = []

    def looks(looked_at):
        found = looked_at.series.get("kl")
        if found is not None:
            called.append(found)

    first = DETECTORS[0]
    monkeypatch.setattr(observe, "DETECTORS", (replace(first, observe=looks),))
    for run in (case(train_loss=[1.0, 0.5]), case(kl=[1.0, 0.5])):
        (seen,) = observe.observe_curves_and_config(run)
        assert (seen.symptom, seen.state) == (first.symptom, "not-measured")

    assert len(called) == 1
