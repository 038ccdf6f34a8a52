"""Makes the plan of each line shape once: what each of its numbers is."""

from __future__ import annotations

from dataclasses import dataclass

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
# A log may hold a new shape in every line. Beyond so many, shapes that differ in unknown words only
# are read by one plan: that of the numbers that are the same in the first of them.
MANY_PLANS = 1000
_PLACES = frozenset({"epoch", "step"})  # that say something without a value
_LEAST_ALIKE = 16  # shapes of which that is found out


class LineReader:
    """Makes the plan of each shape once and remembers it.

    left_out: lines of which ever new names were not read, for there are too many of them.
    alike: lines that were read by the plan of others, which they are like but for their words.
    """

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.words = KnownWords(resolver.table)
        self._plans: dict[Shape, Plan | None] = {}
        self._alike: dict[str, _Alike] = {}
        self._new = 0  # shapes that hold a known word
        self.left_out = 0
        self.alike = 0

    def plan(self, tokens: Tokens) -> Plan | None:
        try:
            return self._plans[tokens.shape]
        except KeyError:
            return self._new_plan(tokens)

    def _new_plan(self, tokens: Tokens) -> Plan | None:
        """Return the plan of a new shape: its own one, or after many others what it has in common
        with those that are like it.
        """
        outline = self.words.outline(tokens.shape)
        if outline is None:
            self._remember(tokens.shape, None)
            return None
        alike = self._alike.get(outline)
        if alike is None:
            alike = _Alike()
            self._alike[outline] = alike
        are_many = self._new >= MANY_PLANS
        if are_many and alike.seen >= _LEAST_ALIKE:
            self.left_out += alike.differ
            self.alike += 1
            return alike.plan
        self._new += 1
        plan = plan_of(tokens, self._resolver)
        alike.see(plan)
        self._remember(tokens.shape, plan)
        return plan

    def _remember(self, shape: Shape, plan: Plan | None) -> None:
        if len(self._plans) < MAX_PLANS:
            self._plans[shape] = plan

    def row(self, text: str) -> Row | None:
        """Return the values and positions in a text, None for a text without any."""
        tokens = split_at_numbers(text)
        if tokens is None:
            return None
        plan = self.plan(tokens)
        if plan is None:
            return None
        return row_of(plan, tokens.numbers)


@dataclass(slots=True)
class _Alike:
    """Shapes that differ in unknown words. plan: what they have in common, in the group of the
    first of them.

    differ: whether they have more than that.
    """

    plan: Plan | None = None
    seen: int = 0
    differ: bool = False

    def see(self, plan: Plan | None) -> None:
        if not self.seen:
            self.plan = plan
        elif not _is_same(self.plan, plan):
            self.plan = _common(self.plan, plan)
            self.differ = True
        self.seen += 1


def _is_same(one: Plan | None, other: Plan | None) -> bool:
    """Say whether two plans are the same but for the word that their lines begin with."""
    if one is None or other is None:
        return one is other
    if one.metrics != other.metrics:
        return False
    return one.counts == other.counts


def _common(one: Plan | None, other: Plan | None) -> Plan | None:
    """Return a plan of what two have in common, None without a known metric or a position."""
    if one is None or other is None:
        return None
    in_both = filter(
        other.metrics.__contains__,
        one.metrics,
    )
    counted = filter(
        other.counts.__contains__,
        one.counts,
    )
    metrics = tuple(in_both)
    counts = tuple(counted)
    places = {slot.kind for slot in counts}
    if not metrics and _PLACES.isdisjoint(places):
        return None
    are_known = one.is_known and other.is_known
    return one._replace(
        metrics=metrics,
        counts=counts,
        is_known=are_known and bool(metrics),
    )


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
