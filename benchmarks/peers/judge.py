"""What the findings of a tool say about a run: ranked failures, and what counts as reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.items import HEALTHY, Item
from benchmarks.peers.caller import Reply
from benchmarks.peers.finding import SEVERITIES, Finding
from benchmarks.peers.mapping import RuleMap
from benchmarks.scores import Prediction


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired on a run, with the failures that it named there."""

    rule: str
    slugs: tuple[str, ...]
    is_reported: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What one system said about one run.

    prediction: its `reported` holds the slugs of findings of warning or above, and the rule's own
    name where it names no failure of ours, so that it is an alarm all the same.
    fired: each rule once. failure: why there is no answer, or empty.
    """

    prediction: Prediction
    fired: tuple[Fired, ...]
    milliseconds: float
    failure: str = ""

    @property
    def item(self) -> Item:
        return self.prediction.item

    @property
    def is_of_healthy(self) -> bool:
        return self.item.primary == HEALTHY


def judged(item: Item, reply: Reply, rules: RuleMap) -> Answer:
    """Rank what the findings name: errors first, notes last, else in the tool's own order.

    Raises UnmappedRuleError.
    """
    counted = []
    for finding in reply.findings:
        meaning = rules.meaning(finding)
        if not meaning.is_about_file:
            counted.append(finding)
    counted.sort(key=_severity)
    fired = _each_rule_once(counted, rules)
    return Answer(
        prediction=_prediction(item, fired),
        fired=fired,
        milliseconds=reply.milliseconds,
        failure=reply.failure,
    )


def _severity(finding: Finding) -> int:
    """Return 0 for the worst."""
    return SEVERITIES.index(finding.severity)


def _prediction(item: Item, fired: Iterable[Fired]) -> Prediction:
    ranked: list[str] = []
    reported: list[str] = []
    for rule in fired:
        ranked += rule.slugs
        if rule.is_reported:
            reported += rule.slugs or [rule.rule]
    return Prediction(
        item,
        ranked=_unique(ranked),
        reported=_unique(reported),
        probability=0.0,
    )


def _each_rule_once(findings: Iterable[Finding], rules: RuleMap) -> tuple[Fired, ...]:
    """Join the findings of one rule that are reports, or notes, at the place of the first."""
    named: dict[tuple[str, bool], list[str]] = {}
    for finding in findings:
        place = (finding.rule, finding.is_reported)
        slugs = named.setdefault(place, [])
        slugs += rules.slugs(finding)
    fired = []
    for (rule, is_reported), slugs in named.items():
        joined = Fired(
            rule,
            slugs=_unique(slugs),
            is_reported=is_reported,
        )
        fired.append(joined)
    return tuple(fired)


def _unique(slugs: Iterable[str]) -> tuple[str, ...]:
    """Keep the first of each."""
    once = dict.fromkeys(slugs)
    return tuple(once)
