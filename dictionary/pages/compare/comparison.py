"""Two to four entries side by side: rows of what tells them apart, a cell for each entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dictionary.models import (
    Check,
    Confirmation,
    FailureMode,
    Fix,
    Indication,
    Relation,
    Symptom,
)
from dictionary.pages.chapter.matrix import Cell, Matrix, matrix_of, signs_of
from dictionary.pages.entry.page import DECIDES

FEWEST = 2
MOST = 4


@dataclass(frozen=True, slots=True)
class SignRow:
    symptom: Symptom
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """`cells`: what the results say of each entry; None where it has no such check."""

    check: Check
    cells: Sequence[Confirmation | None]


@dataclass(frozen=True, slots=True)
class Column:
    """What stands under the name of an entry.

    own: its most telling sign beside the rows of signs. check: the one that decides about it best.
    unlike: the others that it is taken for, with how to tell them from it.
    """

    entry: FailureMode
    own: Indication | None
    check: Confirmation | None
    unlike: Sequence[Relation]
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class Comparison:
    columns: Sequence[Column]
    signs: Sequence[SignRow]
    checks: Sequence[CheckRow]
    in_all: Sequence[Symptom]

    @property
    def has_unlike(self) -> bool:
        return any(column.unlike for column in self.columns)


def comparison_of(entries: Sequence[FailureMode]) -> Comparison:
    """Compare entries that come with all their parts."""
    matrix = matrix_of(entries)
    rows = {row.entry.pk: row for row in matrix.rows} if matrix else {}
    signs = sign_rows(matrix, entries) if matrix else []
    columns = []
    for entry in entries:
        row = rows.get(entry.pk)
        own = row.own if row else None
        column = column_of(entry, own, entries)
        columns.append(column)
    return Comparison(
        columns,
        signs,
        checks=shared_checks(entries),
        in_all=signs_in_all(entries),
    )


def sign_rows(
    matrix: Matrix,
    entries: Iterable[FailureMode],
) -> list[SignRow]:
    """Turn the matrix: a row for each symptom. An entry without signs has empty cells."""
    by_entry = {row.entry.pk: row.cells for row in matrix.rows}
    rows = []
    for place, symptom in enumerate(matrix.columns):
        empty = Cell(symptom, None, decides=False)
        cells = []
        for entry in entries:
            of_entry = by_entry.get(entry.pk)
            cell = of_entry[place] if of_entry else empty
            cells.append(cell)
        rows.append(SignRow(symptom, cells))
    return rows


def column_of(
    entry: FailureMode,
    own: Indication | None,
    entries: Sequence[FailureMode],
) -> Column:
    checks = list(entry.confirmations.all())
    return Column(
        entry,
        own,
        check=first_deciding(checks),
        unlike=list(told_from(entry, entries)),
        fix=next(iter(entry.fixes.all()), None),
    )


def first_deciding(checks: Sequence[Confirmation]) -> Confirmation | None:
    """Return the first check that can confirm as well as exclude, else the first one."""
    for check in checks:
        verdicts = {outcome["verdict"] for outcome in check.outcomes}
        if verdicts >= DECIDES:
            return check
    return next(iter(checks), None)


def told_from(
    entry: FailureMode,
    entries: Sequence[FailureMode],
) -> Iterator[Relation]:
    for relation in entry.relations_out.all():
        if relation.type != Relation.Type.LOOK_ALIKE:
            continue
        if relation.target in entries:
            yield relation


def shared_checks(entries: Iterable[FailureMode]) -> list[CheckRow]:
    """Return the checks that two of the entries have at least, a cell for each entry."""
    by_entry = []
    checks: dict[int, Check] = {}
    for entry in entries:
        of_entry = {}
        for confirmation in entry.confirmations.all():
            check = confirmation.the_check
            checks[check.pk] = check
            of_entry[check.pk] = confirmation
        by_entry.append(of_entry)
    rows = []
    for key, check in checks.items():
        cells = [of_entry.get(key) for of_entry in by_entry]
        filled = len(cells) - cells.count(None)
        if filled >= FEWEST:
            rows.append(CheckRow(check, cells))
    return rows


def signs_in_all(entries: Sequence[FailureMode]) -> list[Symptom]:
    """Return what all of them show, so that it tells none from another."""
    first, *others = map(signs_of, entries)
    shared = []
    for key, sign in first.items():
        if sign.speaks_against:
            continue
        found = [of_entry.get(key) for of_entry in others]
        if all(other and not other.speaks_against for other in found):
            shared.append(sign.symptom)
    return shared
