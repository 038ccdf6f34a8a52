import numpy as np

from engine.evidence import Finding
from engine.observe.facts import span, tail
from engine.observe.robust import logistic
from engine.run import Case, Floats, Series

SYMPTOM = "accuracy-constant"
# DeepDiagnosis counts 20 equal accuracies in a row. Own: near a perfect score or at the end of an
# annealed run equal values are normal, so the longest stretch must be most of the run and the score
# mediocre.
NORMAL_SHARE, ABNORMAL_SHARE = 0.45, 0.85
GOOD, MEDIOCRE = 0.97, 0.9
LEAST_POINTS = 5


def observe(case: Case) -> Finding | None:
    for name in ("val_accuracy", "train_accuracy"):
        series = case.series.get(name)
        if series is not None and len(series.finite) >= LEAST_POINTS:
            return _stretch(
                Series(name, series.x[np.isfinite(series.y)], series.finite, series.x_name)
            )
    return None


def _stretch(score: Series) -> Finding:
    start, end = _longest(score.y)
    share = (end - start) / len(score)
    value = float(score.y[start])
    strength = min(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE), logistic(tail(score.y), GOOD, MEDIOCRE)
    )
    text = (
        f"{score.name} stays at {value:.4g} for {end - start} of {len(score)} evaluations in a row."
    )
    return Finding(
        strength, text, f"metrics.{score.name}", span(score, start, end - 1), {"share": share}
    )


def _longest(y: Floats) -> tuple[int, int]:
    """Start and end of the longest run of equal values."""
    edges = np.flatnonzero(np.concatenate([[True], y[1:] != y[:-1], [True]]))
    longest = int(np.argmax(np.diff(edges)))
    return int(edges[longest]), int(edges[longest + 1])
