"""Small synthetic cases: curves by formula, with seeded noise."""

import numpy as np

from engine.run import Case, Series

STEPS_PER_EPOCH = 20


def series(name, y, x=None, x_name="step"):
    y = np.asarray(y, dtype=np.float64)
    x = np.arange(1, len(y) + 1) * STEPS_PER_EPOCH if x is None else x
    return Series(name, np.asarray(x, dtype=np.float64), y, x_name)


def case(config=None, layers=None, classes=None, **curves):
    """Each keyword is one series: values per epoch, or per step when the name ends in _step."""
    made = {}
    for name, y in curves.items():
        if isinstance(y, Series):
            made[name] = y
        else:
            made[name] = series(name, y, np.arange(len(y)) if name.endswith("_step") else None)
    stacks = {
        name: tuple(series(f"{name}/{i}", y) for i, y in enumerate(stack))
        for name, stack in (layers or {}).items()
    }
    tables = {name: np.asarray(table, dtype=np.float64) for name, table in (classes or {}).items()}
    return Case(series=made, layers=stacks, classes=tables, config=config or {})


def falling(start, end, points=20, rate=5.0):
    """An exponential fall from start towards end."""
    return end + (start - end) * np.exp(-rate * np.arange(points) / (points - 1))


def noise(points, size, seed=0):
    return np.random.default_rng(seed).normal(0.0, size, points)


def noisy(values, size, seed=0):
    """Values with relative noise."""
    values = np.asarray(values, dtype=np.float64)
    return values * np.exp(noise(len(values), size, seed))


TEN_CLASSES = {"task": "classification", "n_classes": 10.0}
TWO_CLASSES = {"task": "classification", "n_classes": 2.0}
REGRESSION = {"task": "regression", "loss": "mse", "target_std": 1.0}


def healthy(points=20, **more):
    """A classifier that learns: the base that tests bend."""
    loss = noisy(falling(2.3, 0.2, points), 0.03)
    curves = {
        "train_loss": loss,
        "val_loss": noisy(falling(2.3, 0.25, points), 0.03, seed=1),
        "train_accuracy": 1 - falling(0.9, 0.05, points),
        "val_accuracy": 1 - falling(0.9, 0.07, points),
    }
    return case(TEN_CLASSES, **(curves | more))
