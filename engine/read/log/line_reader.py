"""Makes the plan of each line shape once: what each of its numbers is."""

from __future__ import annotations

from engine.read.log.draft import INDEX, Draft, own_stem
from engine.read.log.phrases import NOTHING, Meaning, meaning_of
from engine.read.log.plan import Plan, Row, row_of
from engine.read.log.slots import LineText
from engine.read.log.tokens import Shape, Tokens, leads_of, split_at_numbers, units_of
from engine.read.log.trailing import trailing_names
from engine.read.log.words import KnownWords
from engine.read.metric_names.metric import metric_of
from engine.read.metric_names.resolve import Resolver

MAX_PLANS = 20_000
# A log may hold a new shape in every line: beyond so many, every so many-th new one gets a plan.
MANY_PLANS = 1000
_STRIDE = 32


class LineReader:
    """Makes the plan of each shape once and remembers it."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.words = KnownWords(resolver.table)
        self._plans: dict[Shape, Plan | None] = {}
        self._new = 0  # shapes that hold a known word

    def plan(self, tokens: Tokens) -> Plan | None:
        try:
            return self._plans[tokens.shape]
        except KeyError:
            plan = None
            if self.words.are_in(tokens.shape):
                self._new += 1
                if self._new > MANY_PLANS and self._new % _STRIDE:
                    return None  # a shape that comes again gets its plan then
                plan = plan_of(tokens, self._resolver)
            if len(self._plans) < MAX_PLANS:
                self._plans[tokens.shape] = plan
            return plan

    def row(self, text: str) -> Row | None:
        """Return the values and positions in a text, None for a text without any."""
        tokens = split_at_numbers(text)
        if tokens is None:
            return None
        plan = self.plan(tokens)
        if plan is None:
            return None
        return row_of(plan, tokens.numbers)


def plan_of(tokens: Tokens, resolver: Resolver) -> Plan | None:
    """Return the plan of the shape of a line, None if none of its numbers has a meaning."""
    leads = leads_of(tokens.shape)
    units = units_of(tokens.shape)
    meanings = _meanings(leads, resolver)
    text = LineText(tokens.numbers, leads)
    draft = Draft(
        resolver,
        text,
        meanings,
        _spelled_out(meanings),
    )
    for place, meaning in enumerate(meanings):
        draft.add(
            place,
            meaning,
            units[place],
        )
    return draft.plan()


def _meanings(leads: list[str], resolver: Resolver) -> list[Meaning]:
    """Return what each number is by the text in front of it, or behind it where names stand so."""
    behind = trailing_names(leads, resolver)
    if behind is None:
        in_front = enumerate(leads[:-1])
        return [meaning_of(lead, place == 0, resolver) for place, lead in in_front]
    found = [_meaning_of_name(name, resolver) for name in behind]
    if not behind[0] and leads[1].startswith(":"):
        found[0] = INDEX
    return found


def _meaning_of_name(name: str, resolver: Resolver) -> Meaning:
    if not name:
        return NOTHING
    return meaning_of(
        name,
        is_first=False,
        resolver=resolver,
    )


def _spelled_out(meanings: list[Meaning]) -> frozenset[str]:
    """Return the names, without their split, that the line spells out with a split."""
    names = [each.name for each in meanings if each.kind == "metric"]
    with_split = [name for name in names if metric_of(name).split]
    return frozenset(map(own_stem, with_split))
