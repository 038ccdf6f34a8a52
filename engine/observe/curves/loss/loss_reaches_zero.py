from engine.evidence import Finding
from engine.observe.facts import span, tail, train_loss
from engine.observe.learned import loss_scale
from engine.observe.robust import logistic
from engine.run import Case

SYMPTOM = "loss-reaches-zero"
# Final loss as a share of the loss of a guess. TheDeepChecker warns below 1e-5 of a smooth loss; at
# 0.2 % every training example is answered with certainty.
NORMAL_SHARE, ABNORMAL_SHARE = 0.05, 0.002


def observe(case: Case) -> Finding | None:
    loss, scale = train_loss(case), loss_scale(case)
    if loss is None or scale is None or scale <= 0:
        return None
    final = tail(loss.y)
    share = final / scale
    return Finding(
        logistic(share, NORMAL_SHARE, ABNORMAL_SHARE, log=True),
        f"{loss.name} ends at {final:.3g}, {share:.2%} of the loss of a guess.",
        f"metrics.{loss.name}",
        span(loss, -min(len(loss), 10)),
        {"share": share},
    )
