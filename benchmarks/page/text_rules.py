"""Count how often the rules over program text, and the messages of logs, are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.answered import Answered
from benchmarks.code import Pair
from content.accuracy import RuleRate, TextRules
from engine.observe.code.rules import RULES
from engine.observe.log.tables import SIGNATURES

CODE = "Rules over program text"
CODE_ABOUT = (
    "The programs of the entries, one with the fault and one without it. Right: the rule fired in "
    "the program with the fault, and the fault is that of its entry."
)
MESSAGES = "Messages of logs"
MESSAGES_ABOUT = (
    "All reports, logs and texts, each once, as far as a message is recognized in them. Right: the "
    "entry of the message is one of the labels. A warning beside another failure is no mistake, so "
    "this counts how much a message says."
)
_NAMES = frozenset(signature.name for signature in SIGNATURES)


@dataclass(eq=False, slots=True)
class _Fired:
    """Items on which each rule fired, by its name."""

    faulty: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    healthy: Counter[str] = field(default_factory=Counter)

    def rates(self) -> list[RuleRate]:
        """Return the rules that fired, in the order of their names."""
        names = sorted(self.faulty.keys() | self.healthy.keys())
        return [
            RuleRate(
                rule=name,
                is_note=False,
                faulty=self.faulty[name],
                right=self.right[name],
                healthy=self.healthy[name],
            )
            for name in names
        ]


def code_rules(pairs: Sequence[Pair]) -> TextRules:
    """Count the rules over program text on the executed specimens."""
    fired = _Fired()
    for pair in pairs:
        own = {found.rule for found in pair.bad if found.failure_mode == pair.slug}
        fired.faulty.update({found.rule for found in pair.bad})
        fired.right.update(own)
        fired.healthy.update({found.rule for found in pair.good})
    rates = fired.rates()
    return TextRules(
        title=CODE,
        about=CODE_ABOUT,
        failing=len(pairs),
        fine=len(pairs),
        silent=len(RULES) - len(rates),
        rules=rates,
    )


def message_rules(rows: Mapping[str, Sequence[Answered]]) -> TextRules:
    """Count the messages that were recognized in the items of all sets, each item once."""
    items = _each_once(rows)
    fired = _Fired()
    for row in items:
        shown = {message.signature for message in row.messages}
        if row.is_fine:
            fired.healthy.update(shown)
            continue
        fired.faulty.update(shown)
        fired.right.update(_right(row))
    rates = fired.rates()
    fine = sum(row.is_fine for row in items)
    return TextRules(
        title=MESSAGES,
        about=MESSAGES_ABOUT,
        failing=len(items) - fine,
        fine=fine,
        silent=len(_NAMES - {rate.rule for rate in rates}),
        rules=rates,
    )


def _each_once(rows: Mapping[str, Sequence[Answered]]) -> list[Answered]:
    """Return the items without those that stand in a second set in other words or in part."""
    items: dict[tuple[str, str], Answered] = {}
    for answers in rows.values():
        for row in answers:
            items.setdefault((row.item.kind, row.item.id), row)
    return list(items.values())


def _right(row: Answered) -> Iterable[str]:
    return {message.signature for message in row.messages if message.entry in row.labels}
