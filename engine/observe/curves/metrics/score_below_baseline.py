from engine.evidence import Finding
from engine.observe.facts import curve, span, tail
from engine.observe.robust import logistic
from engine.observe.settings import class_shares
from engine.run import Case

SYMPTOM = "score-below-baseline"
# The mean of the target has R2 0 and the largest class its share as accuracy: by definition.
NORMAL_R2, ABNORMAL_R2 = 0.06, -0.1
NORMAL_ACCURACY, ABNORMAL_ACCURACY = 0.0, -0.08  # below the share of the largest class


def observe(case: Case) -> Finding | None:
    score = curve(case, "val_r2")
    if score is not None:
        end = tail(score.y)
        text = f"val_r2 ends at {end:.3g}; the mean of the target has 0."
        strength = logistic(end, NORMAL_R2, ABNORMAL_R2)
        return Finding(
            strength, text, "metrics.val_r2", span(score, -min(len(score), 10)), {"score": end}
        )
    return _accuracy(case)


def _accuracy(case: Case) -> Finding | None:
    score, shares = curve(case, "val_accuracy"), class_shares(case)
    if score is None or shares is None:
        return None
    end, guess = tail(score.y), float(shares.max())
    text = f"val_accuracy ends at {end:.3f}; always naming the largest class gives {guess:.3f}."
    strength = logistic(end - guess, NORMAL_ACCURACY, ABNORMAL_ACCURACY)
    return Finding(
        strength,
        text,
        "metrics.val_accuracy",
        span(score, -min(len(score), 10)),
        {"score": end - guess},
    )
