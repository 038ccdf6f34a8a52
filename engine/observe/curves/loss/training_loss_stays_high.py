from engine.evidence import Finding
from engine.observe.config import model_tiny_for_task
from engine.observe.facts import span, tail, train_loss
from engine.observe.learned import chance_loss, unlearned
from engine.observe.robust import logistic
from engine.run import Case
from engine.scales import is_seen

SYMPTOM = "training-loss-stays-high"
# Share of a guess's loss (or of its errors) that is left on the training data at the end.
# AUTOTRAINER calls a run poor below 0.6 accuracy; own: noise that cannot be learned leaves up to
# half in healthy recorded runs.
LEARNED, UNLEARNED = 0.4, 0.9
UNLEARNED_BY_TINY = 0.65  # a model too small for its task learns the easy part of it


def observe(case: Case) -> Finding | None:
    loss, left = train_loss(case), unlearned(case)
    if loss is None or left is None:
        return None
    chance = chance_loss(case)
    against = f" (a guess: {chance:.3g})" if chance is not None else ""
    text = (
        f"{loss.name} ends at {tail(loss.y):.3g}{against}; {min(left, 1):.0%} of what a "
        "guess gets wrong is left."
    )
    return Finding(
        logistic(left, LEARNED, UNLEARNED_BY_TINY if _is_tiny(case) else UNLEARNED),
        text,
        f"metrics.{loss.name}",
        span(loss, -min(len(loss), 10)),
        {"left": left},
    )


def _is_tiny(case: Case) -> bool:
    size = model_tiny_for_task.observe(case)
    return size is not None and is_seen(size.strength)
