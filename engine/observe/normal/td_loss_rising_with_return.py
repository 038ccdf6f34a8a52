"""The value loss grows together with the return.

A squared error grows with the square of the returns. So the loss is compared with the variance of
the returns, or with the square of the growth of the return where that is not recorded.
"""

from __future__ import annotations

from engine.observe.measures.series import curve, final_level
from engine.observe.measures.stated import number
from engine.observe.normal.movement import HARDLY, Movement, first_movement, movement
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case

LOSSES = ("value_loss", "critic_loss", "td_loss", "qf_loss", "policy_objective")
VARIANCES = ("return_variance", "returns_variance", "return_var")
VALUES = ("value_mean", "mean_value", "q_mean", "mean_q", "q_values")
LARGEST = ("largest_return", "max_return")

PAGE = Page(
    "td-loss-rising-with-return",
    Boundary(
        "The return rises, explained variance is above 0, and the loss grows by no more than the "
        "variance of the returns.",
        "reward-scale-error",
    ),
)
POSSIBLE = Boundary(
    "The mean value is below the largest possible return.",
    "value-overestimation",
)


def read(case: Case) -> NormalPattern:
    loss = first_movement(case, LOSSES)
    reward = movement(case, "reward")
    if loss is None or reward is None:
        return PAGE.not_measured("Value loss and return are not both recorded.")
    text = f"{loss.text} while {reward.text}."
    above = _above_possible(case)
    if above:
        return PAGE.broken(f"{text} {above}", loss.series, POSSIBLE)
    if loss.change < HARDLY * abs(loss.first):
        return PAGE.not_shown(f"{text} The loss does not rise.")
    if reward.falls:
        return PAGE.broken(text, loss.series)
    if not reward.rises:
        return PAGE.not_measured(f"{text} The return does not rise.", loss.series)
    return _by_scale(
        case,
        loss,
        reward,
        text,
    )


def _by_scale(
    case: Case,
    loss: Movement,
    reward: Movement,
    text: str,
) -> NormalPattern:
    explained = curve(case, "explained_variance")
    if explained is not None:
        level = final_level(explained.y)
        text += f" Explained variance ends at {level:.2f}."
        if level <= 0:
            return PAGE.broken(text, explained)
    growth = _growth(case, reward)
    if growth is None:
        text = f"{text} The scale of the returns is not known."
        return PAGE.not_measured(text, loss.series)
    text = (
        f"{text} The loss grows {loss.times:.1f} times, "
        f"the scale of the squared returns {growth:.1f} times."
    )
    if loss.times <= growth:
        return PAGE.holds(text, loss.series)
    return PAGE.not_measured(text, loss.series)


def _growth(case: Case, reward: Movement) -> float | None:
    """Return the growth of the variance of the returns, or of their square.

    None where neither is known: the square has no growth where the returns change their sign.
    """
    variance = first_movement(case, VARIANCES)
    if variance is not None:
        return variance.times
    if reward.first * reward.last <= 0:
        return None
    return reward.times * reward.times  # a power raises where this is infinite


def _above_possible(case: Case) -> str:
    """Return a sentence where the mean value exceeds the largest return; else nothing."""
    largest = number(case, *LARGEST)
    value = first_movement(case, VALUES)
    if largest is None or value is None or value.last <= largest:
        return ""
    return f"The mean value ends at {value.last:.3g}, the largest return is {largest:.3g}."
