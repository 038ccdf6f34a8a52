"""Does the fault show? Each check looks at the twin and the faulty run and says in words what it saw, or None."""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Callable, Sequence

from lab.train import Metrics

Check = Callable[[Metrics, Metrics], str | None]
SCORE_MARGIN = 0.06
TEST_MARGIN = 0.1
LOSS_MARGIN = 0.08  # of the twin's first loss: between two nearly perfect runs a factor says nothing
LAST = 3  # epochs over which a final value is averaged


def final(metrics: Metrics, name: str) -> float:
    return statistics.fmean(metrics[name][-LAST:])


def final_score(metrics: Metrics) -> float:
    """Accuracy or R2 on the validation set; on the first task where there are two."""
    return final(metrics, next(n for n in ("val_accuracy", "val_r2", "task_a_accuracy") if n in metrics))


def worse_score(twin: Metrics, faulty: Metrics) -> str | None:
    good, bad = final_score(twin), final_score(faulty)
    lower = not math.isfinite(bad) or bad < good - SCORE_MARGIN
    return f"final validation score {bad:.3f} against twin {good:.3f}" if lower else None


def worse_loss(factor: float) -> Check:
    def check(twin: Metrics, faulty: Metrics) -> str | None:
        good, bad = final(twin, "val_loss"), final(faulty, "val_loss")
        like = bad <= max(factor * good, good + LOSS_MARGIN * twin["val_loss"][0])
        return None if like else f"final validation loss {bad:.4g} against twin {good:.4g}"

    return check


def worse(twin: Metrics, faulty: Metrics) -> str | None:
    return worse_score(twin, faulty) or worse_loss(1.5)(twin, faulty)


def both(*checks: Check) -> Check:
    def check(twin: Metrics, faulty: Metrics) -> str | None:
        found = [one(twin, faulty) for one in checks]
        return "; ".join(text for text in found if text) if all(found) else None

    return check


def turned_up(twin: Metrics, faulty: Metrics) -> str | None:
    losses = faulty["val_loss"]
    rose = final(faulty, "val_loss") > 1.25 * min(losses) and losses.index(min(losses)) < 0.7 * len(losses)
    fell = final(faulty, "train_loss") < 0.6 * final(twin, "train_loss")
    return "validation loss turned up while training loss fell" if rose and fell else None


def higher_training_loss(twin: Metrics, faulty: Metrics) -> str | None:
    good, bad = final(twin, "train_loss"), final(faulty, "train_loss")
    return f"final training loss {bad:.4g} against twin {good:.4g}" if bad > 1.5 * good else None


def stands_still(twin: Metrics, faulty: Metrics) -> str | None:
    """Fell at first, then not by a twentieth in the second half."""
    losses = faulty["train_loss"]
    middle, last = losses[len(losses) // 2], final(faulty, "train_loss")
    stuck = last > 0.95 * middle and middle < 0.95 * losses[0]
    return f"training loss {middle:.4g} at half time and {last:.4g} at the end" if stuck else None


def test_below_validation(twin: Metrics, faulty: Metrics) -> str | None:
    name = "accuracy" if "val_accuracy" in faulty else "r2"
    gaps = [final(run, f"val_{name}") - final(run, f"test_{name}") for run in (twin, faulty)]
    shows = gaps[1] > max(gaps[0], 0.0) + TEST_MARGIN
    return f"validation minus test score {gaps[1]:.3f}, twin {gaps[0]:.3f}" if shows else None


def spiked(twin: Metrics, faulty: Metrics) -> str | None:
    """An epoch loss of three times its neighbours that came back down."""
    losses = faulty["train_loss"]
    peaks = [losses[i] / max(losses[i - 1], losses[-1], 1e-6) for i in range(2, len(losses) - 2)]
    return f"epoch loss {max(peaks):.1f} times its neighbours, then recovered" if max(peaks) > 3 else None


def not_finite(twin: Metrics, faulty: Metrics) -> str | None:
    finite = all(map(math.isfinite, faulty["train_loss"]))
    return None if finite or not math.isfinite(final_score(twin)) else "loss not finite, twin finite"


def overflowed(twin: Metrics, faulty: Metrics) -> str | None:
    scales = faulty.get("loss_scale", [1.0])
    collapsed = min(scales) < scales[0] / 16 or min(scales) < 256
    return not_finite(twin, faulty) or ("loss scale collapsed" if collapsed else None)


def lost_minority(twin: Metrics, faulty: Metrics) -> str | None:
    lowest = [min(r for r in run["per_class_recall"][-1] if r is not None) for run in (twin, faulty)]
    shows = lowest[1] < 0.35 and lowest[0] > lowest[1] + 0.25
    return f"recall of a minority class {lowest[1]:.2f}, balanced twin {lowest[0]:.2f}" if shows else None


def forgot(twin: Metrics, faulty: Metrics) -> str | None:
    accuracies = faulty["task_a_accuracy"]
    kept, lost = final(twin, "task_a_accuracy"), max(accuracies) - final(faulty, "task_a_accuracy")
    shows = lost > 0.2 and kept > final(faulty, "task_a_accuracy") + 0.15
    return f"accuracy on the first task fell by {lost:.2f}, twin with replay ends at {kept:.2f}" if shows else None


def swings(twin: Metrics, faulty: Metrics) -> str | None:
    """The validation loss moves from epoch to epoch at least three times as much as the twin's."""
    good, bad = (_roughness(run["val_loss"]) for run in (twin, faulty))
    return f"validation loss moves by {bad:.2g} per epoch, twin {good:.2g}" if bad > 3 * good else None


def _roughness(values: Sequence[float]) -> float:
    half = values[len(values) // 2 :]
    return statistics.median(abs(b - a) for a, b in itertools.pairwise(half)) / statistics.median(half)


def level_of(name: str, least: float) -> Check:
    """A measure that is only logged at the full level; without it the score must show the fault."""

    def check(twin: Metrics, faulty: Metrics) -> str | None:
        if name not in faulty:
            return worse(twin, faulty)
        value = statistics.median(faulty[name])
        return f"{name} {value:.2f}" if value > least else None

    return check


def gradient_ratio(factor: float) -> Check:
    """The median gradient norm is so many times the twin's (below 1: so small a part of it)."""

    def check(twin: Metrics, faulty: Metrics) -> str | None:
        if "grad_norm" not in faulty:
            return worse(twin, faulty)
        ratio = statistics.median(faulty["grad_norm"][:5]) / statistics.median(twin["grad_norm"][:5])
        shows = not math.isfinite(ratio) or (ratio > factor if factor > 1 else ratio < factor)
        return f"gradient norm {ratio:.3g} times the twin's" if shows else None

    return check
