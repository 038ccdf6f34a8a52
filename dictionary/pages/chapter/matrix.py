"""Which signs tell the entries of a chapter apart: entries down, signs across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dictionary.models import FailureMode, Indication, Symptom

FEWEST_ROWS = 2  # one entry alone has nothing to be told from
MOST_COLUMNS = 5
FEWEST_HOLDERS = 2  # a sign that one entry names stands in the column of its own signs
CLEAR = 3  # evoking from which a sign suggests its entry clearly
DECIDES = 4  # evoking from which a sign points to its entry
SAID_OTHERWISE = 1.0  # worth of a pair of which one entry has the sign and the other rules it out
NOT_SAID = 0.4  # worth where the other says nothing of it

Signs = dict[int, Indication]  # by key of the symptom
AllSigns = Mapping[int, Signs]  # by key of the entry
Pair = tuple[int, int]  # keys of two entries


@dataclass(frozen=True, slots=True)
class Cell:
    """`sign` is None where the entry says nothing of the symptom."""

    symptom: Symptom
    sign: Indication | None
    decides: bool


@dataclass(frozen=True, slots=True)
class Row:
    """`own`: the most telling sign beside the columns, with the fewest other entries."""

    entry: FailureMode
    cells: Sequence[Cell]
    own: Indication | None
    own_decides: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    columns: Sequence[Symptom]
    rows: Sequence[Row]


def matrix_of(entries: Sequence[FailureMode]) -> Matrix | None:
    """Return the matrix of entries that come with their signs; None for fewer than two.

    An entry without signs, such as one that points to others, has no row.
    """
    signs = {}
    for entry in entries:
        of_entry = signs_of(entry)
        if of_entry:
            signs[entry.pk] = of_entry
    if len(signs) < FEWEST_ROWS:
        return None
    holders = holders_of(signs)
    columns = separating(signs, holders)
    symptoms = symptoms_of(signs, columns)
    rows = []
    for entry in entries:
        if entry.pk not in signs:
            continue
        row = row_of(
            entry,
            signs[entry.pk],
            symptoms,
            holders,
        )
        rows.append(row)
    return Matrix(symptoms, rows)


def signs_of(entry: FailureMode) -> Signs:
    signs = {}
    for sign in entry.indications.all():
        signs[sign.symptom_id] = sign
    return signs


def holders_of(signs: AllSigns) -> Counter[int]:
    """Return how many entries name each symptom."""
    holders: Counter[int] = Counter()
    for of_entry in signs.values():
        holders.update(of_entry.keys())
    return holders


def separating(
    signs: AllSigns,
    holders: Counter[int],
) -> list[int]:
    """Choose symptoms one by one, each time the one that tells most pairs apart that are left.

    A pair that a symptom has told apart counts less for those after it.
    """
    keys = sorted(holders)
    candidates = [key for key in keys if holders[key] >= FEWEST_HOLDERS]
    pairs = combinations(signs, 2)
    weights = dict.fromkeys(pairs, 1.0)
    chosen: list[int] = []
    while candidates and len(chosen) < MOST_COLUMNS:
        worths = []
        for candidate in candidates:
            value = worth(candidate, signs, weights)
            worths.append(value)
        best = max(worths)
        if not best:
            break
        place = worths.index(best)
        key = candidates.pop(place)
        chosen.append(key)
        for pair in weights:
            apart = separation(key, pair, signs)
            weights[pair] *= 1 - apart
    return chosen


def worth(
    key: int,
    signs: AllSigns,
    weights: Mapping[Pair, float],
) -> float:
    """Return how many pairs a symptom tells apart, each as much as its weight."""
    total = 0.0
    for pair, weight in weights.items():
        apart = separation(key, pair, signs)
        total += weight * apart
    return total


def separation(
    key: int,
    pair: Pair,
    signs: AllSigns,
) -> float:
    """Return how well a symptom tells two entries apart, 0 to 1."""
    one, other = pair
    first = signs[one].get(key)
    second = signs[other].get(key)
    if is_clear(first) == is_clear(second):
        return 0.0
    without = first
    if is_clear(first):
        without = second
    if without is None:
        return NOT_SAID
    if without.speaks_against:
        return SAID_OTHERWISE
    return 0.0


def is_clear(sign: Indication | None) -> bool:
    if sign is None:
        return False
    return sign.evoking >= CLEAR


def symptoms_of(
    signs: AllSigns,
    keys: Sequence[int],
) -> list[Symptom]:
    """Return the symptoms of these keys, in their order."""
    found = {}
    for of_entry in signs.values():
        for key, sign in of_entry.items():
            found[key] = sign.symptom
    return [found[key] for key in keys]


def row_of(
    entry: FailureMode,
    signs: Signs,
    columns: Sequence[Symptom],
    holders: Counter[int],
) -> Row:
    decisive = most_telling(signs.values(), holders)
    if decisive and decisive.evoking < DECIDES:
        decisive = None
    beside = dict(signs)
    cells = []
    for symptom in columns:
        sign = beside.pop(symptom.pk, None)
        decides = sign is not None and sign is decisive
        cell = Cell(symptom, sign, decides)
        cells.append(cell)
    own = most_telling(beside.values(), holders)
    return Row(
        entry,
        cells,
        own,
        own_decides=own is not None and own is decisive,
    )


def most_telling(
    signs: Iterable[Indication],
    holders: Counter[int],
) -> Indication | None:
    """Return the sign that suggests its entry most; of equal ones that of the fewest entries."""

    def order(sign: Indication) -> tuple[int, ...]:
        return (
            -sign.evoking,
            holders[sign.symptom_id],
            -sign.frequency,
            sign.pk,
        )

    speaking_for = [sign for sign in signs if not sign.speaks_against]
    return min(
        speaking_for,
        key=order,
        default=None,
    )
