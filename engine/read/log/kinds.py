"""The kinds of lines that are frequent in a long log, each as a regular expression.

Line by line, most of the time goes to work that is the same for each line. A sample says which
shapes are frequent; a pattern is made from each, with the plan of its numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass

from engine.read.log.frames import frame_of
from engine.read.log.headings import is_sentence, run_of_heading
from engine.read.log.listed_names import with_names_beside
from engine.read.log.plan import Plan
from engine.read.log.prefix import numbered_rank, split_prefix
from engine.read.log.tokens import (
    Shape,
    Tokens,
    has_decimal_commas,
    leads_of,
    split_at_numbers,
    units_of,
    unwrapped,
)
from engine.read.settings.shapes import shapes_of

_WINDOWS = 6
_WINDOW = 8_000  # characters
_LEAST_SEEN = 6  # of a kind in the sample
_MOST_SHAPES = 60
_MOST_KINDS = 12
_LONGEST_LINE = 1000
# Each repeat is possessive (`*+`, `++`, `?+`): a line that does not match fails in one pass.
_EXPONENT = r"(?>(?:[eE][-+]?\d++)?)"
_NUMBER = (
    rf"[-+]?(?:\d++(?>(?:,\d{{3}})*)(?:\.\d*+)?+{_EXPONENT}|\.\d++{_EXPONENT}"
    r"|[nN][aA][nN](?:\.0)?+|[iI][nN][fF](?:inity|\.0)?+)"
)
# What a number may be made of: runs of lines are found by it, and then their numbers are parsed.
_LOOSE_NUMBER = (
    rf"(?:[-+.]?+\d[\d.]*+(?>(?:,\d{{3}}[\d.]*+)*){_EXPONENT}"
    r"|[-+]?(?:[nN][aA][nN]|[iI][nN][fF])(?:\.0)?+)"
)
_SOME_BLANKS = r"[ \t]++"
_ANY_BLANKS = r"[ \t]*+"
_BLANKS = re.compile(r"([ \t]+)")
_MAY_BE_PADDED = ("[", "(", ":", "=")  # blanks may follow, whether the sample has some or not
_OF_NUMBERS = frozenset("0123456789.,+-einfaty")
_NOT_IN_BULK = frozenset("{}|")

PlanMaker = Callable[[Tokens], Plan | None]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of line: its pattern, the plan of its numbers, and where each number is.

    run: pattern of lines of the kind one after another, each with its end.
    signs: what stands between the numbers, the longest first; empty where it may be a part of one.
    places: of the numbers that are captured, in their order; skipped: numbers in front of them.
    """

    pattern: re.Pattern[str]
    run: re.Pattern[str]
    plan: Plan
    signs: tuple[str, ...]
    width: int
    skipped: int
    places: tuple[int, ...]


def kinds_of(
    text: str,
    plan_of: PlanMaker,
) -> list[Kind]:
    """Return the frequent kinds of lines that hold a metric, from a sample of the text.

    A log with decimal commas has none: its lines are rewritten before they are read.
    """
    sample = list(_sample(text))
    bare = [split_prefix(line)[0] for line in sample]
    if has_decimal_commas(bare):
        return []
    shapes: Counter[Shape] = Counter()
    examples: dict[Shape, str] = {}
    for line, count in _different(sample):
        tokens = _tokens_of(line)
        if tokens is not None:
            shapes[tokens.shape] += count
            examples.setdefault(tokens.shape, line)
    kinds = []
    for shape in _frequent(shapes):
        line = examples[shape]
        kind = _kind_of(line, plan_of)
        if kind is not None:
            kinds.append(kind)
    return kinds


def _frequent(shapes: Counter[Shape]) -> list[Shape]:
    """Return one shape of each frequent pattern: shapes that differ in blanks share theirs."""
    counts: Counter[str] = Counter()
    first: dict[str, Shape] = {}
    for shape, count in shapes.most_common(_MOST_SHAPES):
        pattern = _pattern_of(shape)
        counts[pattern] += count
        first.setdefault(pattern, shape)
    most = counts.most_common(_MOST_KINDS)
    return [first[pattern] for pattern, count in most if count >= _LEAST_SEEN]


def _sample(text: str) -> Iterator[str]:
    """Yield the whole lines of windows that are spread over the text."""
    spread = len(text) // _WINDOWS
    for start in range(0, len(text), max(spread, _WINDOW)):
        window = text[start : start + _WINDOW]
        yield from window.split("\n")[1:-1]


def _different(lines: list[str]) -> Iterator[tuple[str, int]]:
    """Yield the lines that differ in more than digits, with how many there are of each.

    To tell numbers from texts takes far longer than to leave the digits out.
    """
    without_digits = list(shapes_of(lines, _LONGEST_LINE))
    first: dict[bytes, str] = {}
    for line, shape in zip(
        lines,
        without_digits,
        strict=True,
    ):
        first.setdefault(shape, line)
    for shape, count in Counter(without_digits).items():
        yield first[shape], count


def _tokens_of(line: str) -> Tokens | None:
    """Return the tokens of a line that may be one of metrics, None for other lines."""
    if len(line) > _LONGEST_LINE:
        return None
    if not _NOT_IN_BULK.isdisjoint(line):
        return None
    if frame_of(line) is not None:
        return None
    return split_at_numbers(line)


def _kind_of(line: str, plan_of: PlanMaker) -> Kind | None:
    """Return the kind of a line, None for one that the reader of single lines has to read."""
    bare, rank = split_prefix(line)
    if rank or _says_more(line, bare):
        return None
    raw = split_at_numbers(line)
    tokens = split_at_numbers(bare)
    if raw is None or tokens is None:
        return None
    skipped = len(raw.numbers) - len(tokens.numbers)
    if skipped < 0 or raw.numbers[skipped:] != tokens.numbers:
        return None
    plan = plan_of(tokens)
    if plan is None or not plan.is_plain:
        return None
    if is_sentence(bare) and not plan.counts:
        return None
    return _kind_of_lines(raw.shape, plan, skipped)


def _says_more(line: str, bare: str) -> bool:
    """Return whether a line may name its rank or its run, or is rewritten before it is read."""
    if numbered_rank(line) or run_of_heading(bare):
        return True
    return with_names_beside(unwrapped(bare)) != bare


def _kind_of_lines(shape: Shape, plan: Plan, skipped: int) -> Kind:
    """Compile the patterns of a shape; `skipped` of its numbers stand in a prefix."""
    places = _places_of(plan)
    captured = {place + skipped for place in places}
    line = _pattern_of(shape, captured)
    plain = _pattern_of(shape)
    return Kind(
        pattern=re.compile(rf"^{line}\n", re.MULTILINE),
        run=re.compile(rf"^(?:{plain}\n)+", re.MULTILINE),
        plan=plan,
        signs=_signs_of(shape),
        width=len(shape) // 2,
        skipped=skipped,
        places=places,
    )


def _places_of(plan: Plan) -> tuple[int, ...]:
    """Return the places of all numbers that a plan uses, in their order."""
    used = {slot.place for slot in plan.counts}
    for slot in plan.metrics:
        used.add(slot.place)
        if slot.total >= 0:
            used.add(slot.total)
    return tuple(sorted(used))


def _signs_of(shape: Shape) -> tuple[str, ...]:
    """Return the words between the numbers of a line, none if one could be a part of a number."""
    signs: set[str] = set()
    for text in shape:
        if text:
            signs.update(text.split())
    if any(_OF_NUMBERS.issuperset(sign.lower()) for sign in signs):
        return ()
    in_order = sorted(signs)
    in_order.sort(key=len, reverse=True)
    return tuple(in_order)


def _pattern_of(
    shape: Shape,
    captured: Set[int] | None = None,
) -> str:
    """Return a pattern of the lines of a shape, whatever blanks they are padded with.

    captured: the places of the numbers that are groups; None for a pattern of whatever may be
    numbers, without groups.
    """
    leads = leads_of(shape)
    parts = []
    for place, unit in enumerate(units_of(shape)):
        is_between = place > 0
        parts += [
            _literal(leads[place], is_between),
            _number_at(place, captured),
        ]
        if unit:
            sign = re.escape(unit)
            parts.append(f" ?{sign}")
    end = leads[-1].rstrip()
    parts += [
        _literal(end),
        _ANY_BLANKS,
    ]
    return "".join(parts)


def _number_at(
    place: int,
    captured: Set[int] | None,
) -> str:
    if captured is None:
        return _LOOSE_NUMBER
    if place in captured:
        return f"({_NUMBER})"
    return f"(?:{_NUMBER})"


def _literal(
    lead: str,
    is_between: bool = False,
) -> str:
    """Return a pattern of a lead with any blanks where it has some.

    is_between: it parts two numbers; blanks alone do so only if there is one.
    """
    if is_between and lead and not lead.strip(" \t"):
        return _SOME_BLANKS
    escaped = []
    for place, part in enumerate(_BLANKS.split(lead)):
        is_blank = place % 2 == 1
        pattern = _ANY_BLANKS if is_blank else re.escape(part)
        escaped.append(pattern)
    if lead.endswith(_MAY_BE_PADDED):
        escaped.append(_ANY_BLANKS)
    return "".join(escaped)
