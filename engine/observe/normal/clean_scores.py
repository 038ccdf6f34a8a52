"""The training set scored like validation: evaluation mode, no augmentation, no mixing."""

from __future__ import annotations

from engine.observe.measures.guess import chance_loss
from engine.observe.measures.series import curve, final_level
from engine.observe.normal.about import has_word
from engine.run import Case, Series

_CLEAN = ("clean", "plain", "eval_mode", "unaugmented")


def clean_accuracy(case: Case) -> Series | None:
    """Return the accuracy on plain training examples, condensed; None where it is not logged."""
    return _clean(case, ("accuracy", "acc"))


def clean_loss_share(case: Case) -> float | None:
    """Return the final loss on plain training examples as a share of a guess; None without it."""
    loss = _clean(case, ("loss",))
    chance = chance_loss(case)
    if loss is None or not chance:
        return None
    return final_level(loss.y) / chance


def _clean(case: Case, kinds: tuple[str, ...]) -> Series | None:
    for name in case.series:
        is_share = has_word(name, ("chance",))
        if has_word(name, _CLEAN) and has_word(name, kinds) and not is_share:
            return curve(
                case,
                name,
            )
    return None
