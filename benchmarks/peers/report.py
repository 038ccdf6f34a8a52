"""The table of all systems, the counts of their rules, and what each of them missed, as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.items import HEALTHY
from benchmarks.peers.judge import Answer
from benchmarks.peers.measure import Measured, RuleCount

FIRST = 3
# Characters of a name and of a cell.
_NAME = 46
_CELL = 9
_COLUMNS = (
    "first",
    "top 3",
    "strict",
    "reported",
    "alarm",
    "refused",
    "ms",
)


def table(rows: Sequence[Measured], only_published: bool = False) -> str:
    """Return a line for each row, in percent, the best first."""
    head = _joined("", _COLUMNS)
    lines = [head]
    for row in sorted(rows, key=_worse):
        name = f"{row.system} {row.version}, {row.input}"
        cells = _cells(row, only_published)
        line = _joined(name, cells)
        lines.append(line)
    return "\n".join(lines)


def _worse(row: Measured) -> float:
    return -row.every.first


def _joined(name: str, cells: Iterable[str]) -> str:
    aligned = [cell.rjust(_CELL) for cell in cells]
    return name.ljust(_NAME) + "".join(aligned)


def _cells(row: Measured, only_published: bool) -> list[str]:
    found = row.every
    if only_published:
        found = row.published
    shares = (
        found.first,
        found.top3,
        found.strict,
        found.reported,
        row.alarm,
    )
    cells = [f"{share:.1%}" for share in shares]
    return [
        *cells,
        str(row.unanswered),
        f"{row.milliseconds:.1f}",
    ]


def rules(row: Measured) -> str:
    """Return how often each rule of a row fired and was right."""
    lines = [f"{row.system}, {row.input}: rules"]
    lines += map(_rule_line, row.rules)
    return "\n".join(lines)


def _rule_line(count: RuleCount) -> str:
    name = count.rule
    if count.is_note:
        name += " (note)"
    faulty = f"right on {count.right} of {count.faulty} faulty runs"
    healthy = f"fired on {count.healthy} healthy"
    return f"  {name:<36}{faulty}, {healthy}"


def misses(row: Measured, answers: Iterable[Answer]) -> str:
    """Return the faulty runs without an accepted failure in front, and every alarm."""
    lines = [f"{row.system}, {row.input}: missed"]
    for answer in answers:
        fault = _fault(answer)
        if fault:
            lines.append(f"  {answer.item.id}: {fault}")
    return "\n".join(lines)


def _fault(answer: Answer) -> str:
    """Return what is wrong with an answer, or nothing."""
    prediction = answer.prediction
    label = answer.item.primary
    if label == HEALTHY:
        if not prediction.reported:
            return ""
        reported = ", ".join(prediction.reported)
        return f"healthy, reported {reported}"
    rank = prediction.rank
    if rank is not None and rank <= FIRST:
        return ""
    first = prediction.ranked[:FIRST]
    named = ", ".join(first)
    said = answer.failure or named or "nothing"
    return f"{label}: {said}"
