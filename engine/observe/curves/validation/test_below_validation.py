from engine.evidence import Finding
from engine.observe.facts import curve, span, tail
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "test-below-validation"
# deepchecks flags a test score 10 % below; two samples of a few hundred differ by 0.03 by chance.
NORMAL_DROP, ABNORMAL_DROP = 0.03, 0.13
SCORES = ("accuracy", "r2", "f1", "auc")


def observe(case: Case) -> Finding | None:
    for score in SCORES:
        test, held_out = curve(case, f"test_{score}"), curve(case, f"val_{score}")
        if test is not None and held_out is not None:
            drop = tail(held_out.y) - tail(test.y)
            text = (
                f"val_{score} ends at {tail(held_out.y):.3f}, test_{score} at "
                f"{tail(test.y):.3f} ({-drop:+.3f})."
            )
            where = span(test, -min(len(test), 10))
            return Finding(
                logistic(drop, NORMAL_DROP, ABNORMAL_DROP),
                text,
                f"metrics.test_{score}",
                where,
                {"drop": drop},
            )
    return None
