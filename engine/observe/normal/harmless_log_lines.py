"""A notice about the weights of a new head, in the log of a run that improves."""

from __future__ import annotations

import re
from dataclasses import replace

from engine.evidence import Observation
from engine.observe.log.signatures import observe_log
from engine.observe.normal.movement import first_movement
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case

NOTICE = "log-newly-initialized-weights"
HEADS = ("classifier", "score", "head", "heads", "lm_head", "qa_outputs", "pooler", "fc")
TOP = 2  # parts of a name in which a head is named
SCORES = ("val_accuracy", "val_f1", "val_auc", "val_r2")
_NAME = re.compile(r"['\"]([\w.]{1,200})['\"]")
_AFTER = "initialized"

PAGE = Page(
    "harmless-log-lines",
    Boundary(
        "The line names weights of the new head alone, and the held-out score improves.",
        "silent-partial-load",
    ),
)
# Messages that are never harmless -> where the pattern ends.
LOUDER = {
    "log-reports-non-finite": Boundary("No line mentions NaN or infinity.", "nan-loss"),
    "log-unused-parameters": Boundary(
        "No line names parameters without a gradient.", "detached-graph"
    ),
    "log-rows-ignored": Boundary(
        "No line says that the labels of a row are all ignored.", "all-labels-ignored"
    ),
    "log-checkpoint-mismatch": PAGE.boundary,
}


def read(case: Case) -> NormalPattern:
    return replace(_read(case), source="log")


def _read(case: Case) -> NormalPattern:
    if not case.log:
        return PAGE.not_measured("No lines of a log are given.")
    seen = {each.symptom: each for each in observe_log(case) if each.state == "seen"}
    notice = seen.get(NOTICE)
    if notice is None or notice.span is None:
        return PAGE.not_shown("No notice about weights that start fresh is in the log.")
    for symptom, boundary in LOUDER.items():
        if symptom in seen:
            return PAGE.broken(f"{seen[symptom].text}.", None, boundary)
    return _by_names(
        case,
        notice,
        _names(case, int(notice.span.start)),
    )


def _by_names(
    case: Case,
    notice: Observation,
    names: list[str],
) -> NormalPattern:
    text = f"{notice.text}."
    if not names:
        return PAGE.not_measured(f"{text} The line names no weights.")
    body = [name for name in names if not _is_of_head(name)]
    if body:
        return PAGE.broken(f"{text} {len(body)} of {len(names)} names are of the body.", None)
    score = first_movement(case, SCORES)
    if score is None or not score.rises:
        return PAGE.not_measured(f"{text} All names are of a head; no held-out score rises.")
    return PAGE.holds(f"{text} All names are of a head; {score.text}.", score.series)


def _names(case: Case, line: int) -> list[str]:
    """Return the names of weights in a line of the log, after the word that announces them."""
    _, _, listed = case.log[line].rpartition(_AFTER)
    return _NAME.findall(listed)


def _is_of_head(name: str) -> bool:
    parts = name.lower().split(".")
    return not set(parts[:TOP]).isdisjoint(HEADS)
