"""Which entries the evidence makes likelier than they were before it."""

from __future__ import annotations

import numpy as np

from engine.rank.ranking import Ranking

LEAST = 0.05  # nats; less is not worth a sentence, as in engine.rank.explain


def spoken_for(ranking: Ranking) -> frozenset[str]:
    """Return the modes that something seen or said speaks for, all in all.

    Where it speaks for none, every mode: then a ranking holds priors alone.
    """
    is_seen = [item.state == "seen" for item in ranking.observations]
    parts = ranking.parts
    clearest = parts[:, is_seen].max(
        axis=1,
        initial=0.0,
    )
    together = parts.sum(axis=1) + ranking.text
    clearest = np.maximum(
        clearest,
        ranking.text,
    )
    speaks = (clearest > LEAST) & (together > 0)
    every = ranking.compiled.modes
    rows = np.flatnonzero(speaks)
    found = {every[row] for row in rows.tolist()}
    for pointing in ranking.direct:
        found.add(pointing.failure_mode)
    return frozenset(found or every)
