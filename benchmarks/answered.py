"""Labeled items with what the engine answers to them."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.item_sets import FINE
from benchmarks.items import Item
from benchmarks.labels import with_causes
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.observe.log.messages import Message
from engine.read import ReadError, read_case
from engine.report import Report, Verdict
from engine.run import Case


@dataclass(frozen=True, slots=True)
class Answered:
    """An item with what was answered.

    labels: every one that counts as right. headline: the entry that the answer leads with, a normal
    page and an entry that is not written among them. messages: what was recognized in its log or
    its words.
    """

    item: Item
    verdict: Verdict
    ranked: tuple[str, ...]
    reported: tuple[str, ...]
    probability: float
    labels: frozenset[str]
    messages: tuple[Message, ...] = ()
    headline: str = ""

    @property
    def is_fine(self) -> bool:
        """Nothing is wrong with the item, or nothing that training could fail at."""
        return self.item.primary in FINE

    @property
    def may_be_fine(self) -> bool:
        return not self.labels.isdisjoint(FINE)

    def is_among(self, first: int) -> bool:
        return not self.labels.isdisjoint(self.ranked[:first])

    @property
    def is_wrongly_named(self) -> bool:
        """A cause is reported first that is none of the labels."""
        return bool(self.reported) and self.reported[0] not in self.labels


def answered(item: Item, knowledge: Knowledge) -> Answered:
    report = _report(item, knowledge)
    ranked = tuple(diagnosis.failure_mode for diagnosis in report.diagnoses)
    return Answered(
        item=item,
        verdict=report.verdict,
        ranked=ranked,
        reported=report.reported,
        probability=report.diagnoses[0].probability,
        labels=with_causes(item, knowledge).accepted,
        headline=_headline(report),
        messages=report.messages,
    )


def _headline(report: Report) -> str:
    if report.verdict == "normal" and report.normal:
        return report.normal[0].failure_mode
    if report.verdict == "not-covered" and report.resembles is not None:
        return report.resembles.slug
    return report.diagnoses[0].failure_mode


def _report(item: Item, knowledge: Knowledge) -> Report:
    try:
        case = read_case(item.inputs, knowledge)
    except ReadError:
        case = Case()  # a refusal names no cause
    return diagnose(case, knowledge, top=len(knowledge.ranked))
