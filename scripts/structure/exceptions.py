"""Keep the list of files that may break the budget for now. It may only shrink.

One exception a line, separated by tabs: path, rule, value. The value is that of the file, no more
and no less, so that a file that got better cannot get worse again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.structure.budget import Breach
from scripts.structure.renames import new_path

HEADER = "path\trule\tvalue"

# A path and the name of a rule.
Place = tuple[str, str]
Values = dict[Place, float]


class ExceptionListError(Exception):
    """Name the line of the list that cannot be read, and why."""


@dataclass(frozen=True)
class Lowered:
    """Record the lowered list, and the breaches that it must not take up."""

    kept: Values
    refused: Values


def by_place(breaches: Iterable[Breach]) -> Values:
    """Return the value of each breach by its path and rule."""
    values = {}
    for breach in breaches:
        place = (breach.path, breach.rule)
        values[place] = breach.value
    return values


def read_exceptions(file: Path) -> Values:
    """Raise ExceptionListError with the number of the first bad line."""
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    if lines[:1] != [HEADER]:
        raise ExceptionListError(f"line 1: expected {HEADER!r}")

    number = 1
    listed: Values = {}
    for line in lines[1:]:
        number += 1
        place, value = parsed(line, number)
        if place in listed:
            raise ExceptionListError(f"line {number}: listed twice")
        listed[place] = value
    return listed


def parsed(line: str, number: int) -> tuple[Place, float]:
    """Read one exception; `number` is for the message."""
    try:
        path, rule, digits = line.split("\t")
        value = float(digits)
    except ValueError as error:
        message = f"line {number}: expected a path, a rule and a number"
        raise ExceptionListError(message) from error
    place = (path, rule)
    return place, value


def write_exceptions(file: Path, listed: Values) -> None:
    """Write the list in the order of the paths, so that two branches can be merged."""
    lines = [HEADER]
    for place in sorted(listed):
        path, rule = place
        value = listed[place]
        lines.append(f"{path}\t{rule}\t{value:g}")
    lines.append("")
    text = "\n".join(lines)
    file.write_text(text, encoding="utf-8")


def unlisted(listed: Values, measured: Values) -> Values:
    """Return the breaches of files that are not listed with this rule."""
    new = measured.keys() - listed.keys()
    return {place: measured[place] for place in new}


def worsened(listed: Values, measured: Values) -> Values:
    """Return the breaches that are greater than listed."""
    worse = {}
    for place in measured.keys() & listed.keys():
        now = measured[place]
        if now > listed[place]:
            worse[place] = now
    return worse


def improved(listed: Values, measured: Values) -> Values:
    """Return the values below the list; 0 for a file that keeps the rule now, or is gone."""
    better = {}
    for place, value in listed.items():
        now = measured.get(place, 0)
        if now < value:
            better[place] = now
    return better


def lowered(listed: Values, measured: Values) -> Lowered:
    """Take the lower of both values, and drop places that are no breaches any more."""
    kept = {}
    for place, value in listed.items():
        if place not in measured:
            continue
        now = measured[place]
        kept[place] = min(value, now)

    new = unlisted(listed, measured)
    worse = worsened(listed, measured)
    return Lowered(
        kept,
        refused=new | worse,
    )


def renamed(listed: Values, renames: Mapping[str, str]) -> Values:
    """Give each exception the new path of its file."""
    moved = {}
    for place, value in listed.items():
        old, rule = place
        new = new_path(old, renames)
        moved[new, rule] = value
    return moved
