"""Quantities that training tools log: how they are called, which way is better, and their range.

A quantity is named without its split, its part and how it was averaged: the cross-entropy of a
validation set is `loss`. The table `quantities.tsv` holds them. Its names are from the tools' own
documentation: XGBoost's `eval_metric`, LightGBM's and CatBoost's metrics, scikit-learn's scorers,
torchmetrics, Keras metrics, and the loggers of the frameworks.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, cast

from engine.read.metric_names.tables import rows_of

Better = Literal["lower", "higher", ""]
# Split of a name that says none: a loss is that of training, a BLEU is measured on held-out data.
Unsaid = Literal["train", "val", ""]


class Quantity(NamedTuple):
    """One quantity. `low` and `high` are the range of its values, infinite where it has no end.

    unsaid: the split where neither the name nor its place says one; empty for what has no split.
    """

    name: str
    better: Better
    low: float
    high: float
    unsaid: Unsaid

    @property
    def is_share(self) -> bool:
        return self.low == 0.0 and self.high == 1.0


class Spelling(NamedTuple):
    """A quantity, and how far its spelling is from the plain one: 0 for the quantity's own name.

    plain: the first of the spellings that mean the same: map50 for map_0_5.

    In the table a bar parts spellings from those that are farther. Of one split, a plain spelling
    stands before the others: `nll` beside `loss` is a part of it.
    """

    quantity: Quantity
    distance: int
    plain: str


def _read() -> Iterator[tuple[str, Spelling]]:
    """Yield each spelling, words joined by an underscore."""
    for row in rows_of("quantities"):
        quantity = Quantity(
            row["quantity"],
            cast(Better, row["better"]),
            float(row["low"] or -math.inf),
            float(row["high"] or math.inf),
            cast(Unsaid, row["unsaid"]),
        )
        for group, names in enumerate(row["spellings"].split("|"), start=1):
            spellings = names.split()
            for spelling in spellings:
                distance = 0 if spelling == quantity.name else group
                plain = spelling if group == 1 else spellings[0]
                yield spelling, Spelling(quantity, distance, plain)


SPELLINGS: Mapping[str, Spelling] = dict(_read())
QUANTITIES: Mapping[str, Quantity] = {
    spelling.quantity.name: spelling.quantity for spelling in SPELLINGS.values()
}
LONGEST_SPELLING = max(spelling.count("_") + 1 for spelling in SPELLINGS)
