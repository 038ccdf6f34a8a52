"""The shape of accuracy.json: how often the engine was right, as the site shows it.

The file is written by `python -m benchmarks.page`, and read by the page on it. It is no
part of an edition. Shares are from 0 to 1.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from content.schema.vocabulary import Slug, Strict

FILE = "accuracy.json"
FORM = 1  # raise it when a field changes its meaning or goes

Share = Annotated[float, Field(ge=0, le=1)]
Number = Annotated[int, Field(ge=0)]
MissKind = Literal["missed", "wrong-cause", "false-alarm", "not-told"]


class Versions(Strict):
    """Hashes of what was measured: of the engine's code and text model, the entries, the items."""

    engine: str
    content: str
    data: str


class ItemSet(Strict):
    """Labeled items.

    about: where they come from and who labeled them. files: paths in the repository. failing,
    covered, fine: items with a failure, those whose failure has an entry, and those without one.
    """

    name: Slug
    title: str
    about: str
    files: list[str]
    items: Number
    failing: Number
    covered: Number
    fine: Number


class Measure(Strict):
    """For how many items of a set something holds."""

    set: Slug
    name: str
    right: Number
    whole: Annotated[int, Field(ge=1)]


class Bin(Strict):
    """Answers whose first probability lies between two bounds.

    said: mean of that probability. right: share whose first diagnosis is right.
    """

    low: Share
    high: Share
    items: Annotated[int, Field(ge=1)]
    said: Share
    right: Share


class Reliability(Strict):
    """Whether probabilities of a set hold. brier: mean squared difference from the outcome."""

    set: Slug
    items: Number
    brier: Share
    bins: list[Bin]


class Miss(Strict):
    """An item that was answered wrong.

    missed: a failure with an entry, of which no right one comes first. wrong-cause: a failure
    without an entry, for which a cause is reported. false-alarm: nothing is wrong, and a failure is
    reported. not-told: nothing is wrong, and the answer does not say so.

    given: the item in a few words. label, accepted: what is right. answered: the first of the
    ranking. reported: what was named as the cause. place: of the first right one, from 1.
    """

    set: Slug
    item: str
    kind: MissKind
    given: str
    label: Slug
    accepted: list[Slug]
    verdict: str
    probability: Share
    answered: list[Slug]
    reported: list[Slug]
    place: int | None


class RuleRate(Strict):
    """How often a rule fired: on faulty runs, on those rightly, and on healthy runs."""

    rule: str
    is_note: bool
    faulty: Number
    right: Number
    healthy: Number


class TextRules(Strict):
    """How often rules over text fired: those over program text, or the messages of logs.

    title, about: what they are, and what they were counted on. failing, fine: items of either kind.
    silent: rules that fired on none of them. rules: those that fired, by name.
    """

    title: str
    about: str
    failing: Number
    fine: Number
    silent: Number
    rules: list[RuleRate]


class RunShares(Strict):
    """Shares of faulty runs. strict: the primary label alone is among the first three."""

    runs: Number
    first: Share
    top3: Share
    strict: Share
    reported: Share


class System(Strict):
    """A log doctor or our engine on the recorded runs.

    every: all faulty runs. published: those whose primary label has an entry. alarms: healthy runs
    with a report. unanswered: runs that it refused or failed on.
    """

    system: str
    version: str
    license: str
    input: str
    date: dt.date
    every: RunShares
    published: RunShares
    alarms: Number
    healthy: Number
    unanswered: Number
    milliseconds: float
    rules: list[RuleRate]


class Accuracy(Strict):
    """All figures of one measurement. terms: slug -> name of every failure that is mentioned."""

    form: Literal[1]
    date: dt.date
    edition: str
    entries: Number
    versions: Versions
    sets: list[ItemSet]
    measures: list[Measure]
    reliability: list[Reliability]
    systems: list[System]
    misses: list[Miss]
    terms: dict[str, str]
    text_rules: list[TextRules] = []


def read_accuracy(root: Path) -> Accuracy:
    """Read the file of a folder. Raises OSError, and ValueError for another form."""
    text = (root / FILE).read_text(encoding="utf-8")
    return Accuracy.model_validate_json(text)


def write_accuracy(accuracy: Accuracy, root: Path) -> None:
    text = accuracy.model_dump_json(indent=1)
    (root / FILE).write_text(f"{text}\n", encoding="utf-8")
