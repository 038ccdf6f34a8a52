"""Put all figures of a measurement into the record that the site shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from benchmarks import calibration
from benchmarks.answered import Answered
from benchmarks.answers import Figure, figures
from benchmarks.page.described import item_set
from benchmarks.page.misses import misses_of
from benchmarks.peers.measure import Measured
from content.accuracy import (
    FORM,
    Accuracy,
    Bin,
    Measure,
    Miss,
    Reliability,
    System,
    Versions,
)
from content.content import Content
from engine.knowledge import Knowledge

DIGITS = 4  # of a share
REPEATED = frozenset({"pairs"})  # sets whose items are those of another one

Rows = Mapping[str, Sequence[Answered]]


def accuracy_of(
    rows: Rows,
    systems: Iterable[Measured],
    knowledge: Knowledge,
    content: Content,
    versions: Versions,
) -> Accuracy:
    """Return the figures of today.

    rows: name of a set -> its answers. systems: all that were measured on the recorded runs.
    knowledge and content: of the entries, in the two forms that are needed.
    """
    known = frozenset(knowledge.ranked)
    misses: list[Miss] = []
    for name, answers in rows.items():
        if name not in REPEATED:
            misses += misses_of(name, answers, known)
    return Accuracy(
        form=FORM,
        date=dt.datetime.now(dt.UTC).date(),
        edition=content.name,
        entries=len(known),
        versions=versions,
        sets=[item_set(name, answers, known) for name, answers in rows.items()],
        measures=[measure(figure) for figure in figures(rows, knowledge)],
        reliability=reliability(rows),
        systems=[System.model_validate(asdict(row)) for row in systems],
        misses=misses,
        terms=terms(misses, content),
    )


def measure(figure: Figure) -> Measure:
    name, _, words = figure.name.partition(": ")
    right = len(figure.right)
    return Measure(
        set=name,
        name=words,
        right=right,
        whole=right + len(figure.wrong),
    )


def reliability(rows: Rows) -> list[Reliability]:
    """Return the bins of each set that has failures."""
    found = []
    for name, pairs in calibration.of_answers(rows).items():
        if not pairs or name in REPEATED:
            continue
        bins = [_bin(each) for each in calibration.reliability(pairs)]
        brier = calibration.brier(pairs)
        of_set = Reliability(
            set=name,
            items=len(pairs),
            brier=round(brier, DIGITS),
            bins=bins,
        )
        found.append(of_set)
    return found


def _bin(each: calibration.Bin) -> Bin:
    return Bin(
        low=each.low,
        high=each.high,
        items=each.items,
        said=round(each.said, DIGITS),
        right=round(each.right, DIGITS),
    )


def terms(misses: Iterable[Miss], content: Content) -> dict[str, str]:
    """Return the name of every failure that a miss mentions, as far as it has one."""
    slugs: set[str] = set()
    for miss in misses:
        slugs.update(
            (miss.label, *miss.accepted),
            miss.answered,
            miss.reported,
        )
    names = {planned.slug: planned.term for planned in content.planned}
    names |= {entry.slug: entry.term for entry in content.failure_modes}
    return {slug: names[slug] for slug in sorted(slugs) if slug in names}
