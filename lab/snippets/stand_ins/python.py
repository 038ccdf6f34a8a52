"""Plain Python with NumPy: the labels, scores and features of a binary task."""

import collections
import math

import numpy as np

rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 200)
probabilities = np.clip(rng.normal(0.3 + 0.3 * labels, 0.2), 0.01, 0.99)
features = rng.normal(size=(200, 5))
