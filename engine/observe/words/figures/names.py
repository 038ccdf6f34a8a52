"""Names of quantities and of the parts of the data, as people write them beside figures.

One row of names.tsv a name. Its kinds: `score`, of which more is better, as a share or in percent;
`error`, of which less is better, likewise; `amount`, an error without an upper end; `loss`;
`reward`; `split`, a part of the data. Of the kind `other` are quantities that are judged alone, and
what takes the values that stand beside it so that no loss does (`loss scale`, `weights`).
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, cast

Kind = Literal["score", "error", "amount", "loss", "reward", "other"]
SPLIT = "split"

TRAIN, VALIDATION, TEST, LIVE, OLD, NEW = "train", "validation", "test", "live", "old", "new"
MOST_WORDS = 4  # of a name

# Scores that say how much of the training data is answered rightly.
FITTING = frozenset({"accuracy", "f1", "exact match", "score", ""})
# A guess among C classes has the score 1 / C.
OF_CLASSES = frozenset({"accuracy", "score", "success rate", ""})
# Scores and errors that are shares of 1, shown in percent.
SHARES = frozenset(
    {
        "",
        "accuracy",
        "f1",
        "precision",
        "recall",
        "wer",
        "cer",
        "der",
        "eer",
        "error rate",
        "exact match",
        "success rate",
        "win rate",
        "hit rate",
    }
)
ABBREVIATED = frozenset(
    {"f1", "auc", "r2", "bleu", "wer", "cer", "der", "eer", "rmse", "mae", "kl", "iou", "fid"}
)


def _rows() -> list[dict[str, str]]:
    path = Path(__file__).parent / "names.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


_ROWS = _rows()
# words of a name, joined by single blanks -> (quantity, kind)
QUANTITIES: Mapping[str, tuple[str, Kind]] = {
    row["name"]: (row["quantity"], cast(Kind, row["kind"])) for row in _ROWS if row["kind"] != SPLIT
}
SPLITS: Mapping[str, str] = {row["name"]: row["quantity"] for row in _ROWS if row["kind"] == SPLIT}
FIRST_WORDS = frozenset(name.split()[0] for name in (*QUANTITIES, *SPLITS))
