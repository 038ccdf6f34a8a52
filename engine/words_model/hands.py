"""Hold out whole hands: all texts of one writer, or of one voice of a writer.

A model is surer of the texts of a hand that it was fitted on than of a stranger's, even when the
text itself is left out. So its temperature and its figures come from hands that are held out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.intp]


def rows_of_hands(hands: Sequence[str]) -> list[Rows]:
    """Return the rows of each hand, in the order of their names.

    Rows without a hand (an empty name) are in none. Hands are not joined to fewer folds: a failure
    that two hands reported would be unknown where both are left out.
    """
    names = np.array(hands, dtype=np.str_)
    return [np.flatnonzero(names == name) for name in sorted(set(hands)) if name]
