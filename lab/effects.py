"""Does the fault show? Each effect compares the twin with the faulty run.

It returns what it saw, in words, or None.
"""

from __future__ import annotations

import itertools
import math
import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Metrics = Mapping[str, Any]
Effect = Callable[[Metrics, Metrics], str | None]  # the twin, the faulty run

SCORES = ("val_accuracy", "val_r2", "task_a_accuracy")
SCORE_MARGIN = 0.06
TEST_MARGIN = 0.1
LOSS_MARGIN = 0.08  # of the twin's first loss: between two nearly perfect runs a ratio is noise
LAST = 3  # epochs over which a final value is averaged


def final(metrics: Metrics, name: str) -> float:
    return float(statistics.fmean(metrics[name][-LAST:]))


def final_score(metrics: Metrics) -> float:
    """Return accuracy or R2 on the validation set; on the first task where there are two."""
    name = next(name for name in SCORES if name in metrics)
    return final(metrics, name)


def worse_score(twin: Metrics, faulty: Metrics) -> str | None:
    good, bad = final_score(twin), final_score(faulty)
    if math.isfinite(bad) and bad >= good - SCORE_MARGIN:
        return None
    return f"final validation score {bad:.3f} against twin {good:.3f}"


def worse_loss(factor: float) -> Effect:
    """Compare the final validation losses."""

    def effect(twin: Metrics, faulty: Metrics) -> str | None:
        good, bad = final(twin, "val_loss"), final(faulty, "val_loss")
        margin = LOSS_MARGIN * twin["val_loss"][0]
        if bad <= max(factor * good, good + margin):
            return None
        return f"final validation loss {bad:.4g} against twin {good:.4g}"

    return effect


def worse(twin: Metrics, faulty: Metrics) -> str | None:
    return worse_score(twin, faulty) or worse_loss(1.5)(twin, faulty)


def both(*effects: Effect) -> Effect:
    """Ask for all of the effects."""

    def effect(twin: Metrics, faulty: Metrics) -> str | None:
        texts: list[str] = []
        for one in effects:
            text = one(twin, faulty)
            if text is None:
                return None
            texts.append(text)
        return "; ".join(texts)

    return effect


def turned_up(twin: Metrics, faulty: Metrics) -> str | None:
    losses = faulty["val_loss"]
    lowest = min(losses)
    is_early = losses.index(lowest) < 0.7 * len(losses)
    rose = final(faulty, "val_loss") > 1.25 * lowest
    fell = final(faulty, "train_loss") < 0.6 * final(twin, "train_loss")
    if is_early and rose and fell:
        return "validation loss turned up while training loss fell"
    return None


def higher_training_loss(twin: Metrics, faulty: Metrics) -> str | None:
    good, bad = final(twin, "train_loss"), final(faulty, "train_loss")
    if bad > 1.5 * good:
        return f"final training loss {bad:.4g} against twin {good:.4g}"
    return None


def stalls(twin: Metrics, faulty: Metrics) -> str | None:
    """Ask that the loss falls at first, then not by a twentieth in the second half."""
    losses = faulty["train_loss"]
    middle = losses[len(losses) // 2]
    last = final(faulty, "train_loss")
    if last > 0.95 * middle and middle < 0.95 * losses[0]:
        return f"training loss {middle:.4g} at half time and {last:.4g} at the end"
    return None


def test_below_validation(twin: Metrics, faulty: Metrics) -> str | None:
    name = "accuracy" if "val_accuracy" in faulty else "r2"
    good, bad = _test_gap(twin, name), _test_gap(faulty, name)
    if bad > max(good, 0.0) + TEST_MARGIN:
        return f"validation minus test score {bad:.3f}, twin {good:.3f}"
    return None


def _test_gap(run: Metrics, name: str) -> float:
    return final(run, f"val_{name}") - final(run, f"test_{name}")


def spiked(twin: Metrics, faulty: Metrics) -> str | None:
    """Ask for an epoch loss of three times its neighbors that came back down."""
    losses = faulty["train_loss"]
    peaks: list[float] = []
    for index in range(2, len(losses) - 2):
        beside = max(losses[index - 1], losses[-1], 1e-6)
        peaks.append(losses[index] / beside)
    if max(peaks) > 3:
        return f"epoch loss {max(peaks):.1f} times its neighbors, then recovered"
    return None


def not_finite(twin: Metrics, faulty: Metrics) -> str | None:
    is_finite = all(math.isfinite(loss) for loss in faulty["train_loss"])
    if is_finite or not math.isfinite(final_score(twin)):
        return None
    return "loss not finite, twin finite"


def overflowed(twin: Metrics, faulty: Metrics) -> str | None:
    scales = faulty.get("loss_scale", [1.0])
    collapsed = min(scales) < scales[0] / 16 or min(scales) < 256
    text = not_finite(twin, faulty)
    if text is None and collapsed:
        return "loss scale collapsed"
    return text


def lost_minority(twin: Metrics, faulty: Metrics) -> str | None:
    good, bad = _lowest_recall(twin), _lowest_recall(faulty)
    if bad < 0.35 and good > bad + 0.25:
        return f"recall of a minority class {bad:.2f}, balanced twin {good:.2f}"
    return None


def _lowest_recall(run: Metrics) -> float:
    recalls = run["per_class_recall"][-1]
    return float(min(recall for recall in recalls if recall is not None))


def forgot(twin: Metrics, faulty: Metrics) -> str | None:
    last = final(faulty, "task_a_accuracy")
    lost = max(faulty["task_a_accuracy"]) - last
    kept = final(twin, "task_a_accuracy")
    if lost > 0.2 and kept > last + 0.15:
        return f"accuracy on the first task fell by {lost:.2f}, twin with replay ends at {kept:.2f}"
    return None


def swings(twin: Metrics, faulty: Metrics) -> str | None:
    """Ask that the validation loss moves at least three times as much as the twin's."""
    good, bad = _roughness(twin["val_loss"]), _roughness(faulty["val_loss"])
    if bad > 3 * good:
        return f"validation loss moves by {bad:.2g} per epoch, twin {good:.2g}"
    return None


def _roughness(values: Sequence[float]) -> float:
    half = values[len(values) // 2 :]
    moves = [abs(after - before) for before, after in itertools.pairwise(half)]
    return statistics.median(moves) / statistics.median(half)


def level_of(name: str, least: float) -> Effect:
    """Ask for a measure that only the full level logs; elsewhere ask for a worse score."""

    def effect(twin: Metrics, faulty: Metrics) -> str | None:
        if name not in faulty:
            return worse(twin, faulty)
        value = statistics.median(faulty[name])
        return f"{name} {value:.2f}" if value > least else None

    return effect


def gradient_ratio(factor: float) -> Effect:
    """Ask for a median gradient norm of `factor` times the twin's, or of less than that below 1."""

    def effect(twin: Metrics, faulty: Metrics) -> str | None:
        if "grad_norm" not in faulty:
            return worse(twin, faulty)
        ratio = _early_norm(faulty) / _early_norm(twin)
        is_beyond = ratio > factor if factor > 1 else ratio < factor
        if math.isfinite(ratio) and not is_beyond:
            return None
        return f"gradient norm {ratio:.3g} times the twin's"

    return effect


def _early_norm(run: Metrics) -> float:
    return float(statistics.median(run["grad_norm"][:5]))
