"""A small encoder that knows which words mean the same, as a large one does."""

import numpy as np

from engine.semantic.encoder import unit

MEANINGS = (
    {"nan", "infinite", "inf"},
    {"memory", "vram", "cuda", "gpu"},
    {"val", "validation", "memorizes", "unseen"},
)


class StandIn:
    name = "stand-in"
    width = 4

    def __call__(self, texts):
        rows = []
        for text in texts:
            words = text.lower().split()
            counts = [sum(word in meaning for word in words) for meaning in MEANINGS]
            rows.append([*counts, 0.1])
        return unit(np.array(rows, np.float32).reshape(-1, 4))
