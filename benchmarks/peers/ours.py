"""The engine and a plain search, measured as the other tools are."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from benchmarks.bm25 import Bm25
from benchmarks.items import Item
from benchmarks.peers.judge import Answer, Fired
from benchmarks.scores import Prediction
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import Inputs, read_case
from engine.report import Report

ALL_FIELDS = "all fields"
LOSSES_ONLY = "losses only"
SETTINGS = "settings as words"
_LOSSES = ("train_loss", "val_loss", "step", "epoch")  # what a run logs at the least

Ask = Callable[[Item], Answer]


def engine(knowledge: Knowledge, losses_only: bool = False) -> Ask:
    """Return the engine as one of the tools. Its rules are the entries that it reports."""
    every = len(knowledge.ranked)

    def ask(item: Item) -> Answer:
        inputs = item.inputs
        if losses_only:
            inputs = only_losses(inputs)
        began = time.perf_counter()
        case = read_case(inputs, knowledge)
        report = diagnose(case, knowledge, top=every)
        took = time.perf_counter() - began
        return _answer(item, report, milliseconds=1000 * took)

    return ask


def _answer(item: Item, report: Report, milliseconds: float) -> Answer:
    ranked = [diagnosis.failure_mode for diagnosis in report.diagnoses]
    prediction = Prediction(
        item,
        ranked=tuple(ranked),
        reported=report.reported,
        probability=report.diagnoses[0].probability,
    )
    fired = []
    for slug in report.reported:
        rule = Fired(
            rule=slug,
            slugs=(slug,),
            is_reported=True,
        )
        fired.append(rule)
    return Answer(prediction, tuple(fired), milliseconds)


def only_losses(inputs: Inputs) -> Inputs:
    """Return the losses and their axis, without other curves and settings."""
    curves = inputs.metrics
    kept = {name: curves[name] for name in _LOSSES if name in curves}
    return Inputs(metrics=kept)


def plain_search(texts: Mapping[str, str]) -> Ask:
    """Return a search over the text of each entry, which never reports anything."""
    index = Bm25(texts)

    def ask(item: Item) -> Answer:
        began = time.perf_counter()
        ranked = index.ranked(item.words)
        took = time.perf_counter() - began
        prediction = Prediction(
            item,
            ranked=tuple(ranked),
            reported=(),
            probability=0.0,
        )
        return Answer(
            prediction,
            fired=(),
            milliseconds=1000 * took,
        )

    return ask
