"""The policy loss hovers, is negative or rises, and the reward improves."""

from __future__ import annotations

from engine.observe.measures.series import recorded
from engine.observe.normal.about import has_word
from engine.observe.normal.movement import HARDLY, Movement, first_movement, movement
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case

ZERO = 1e-12  # a gradient norm below it is exactly zero
MORE_THAN_HALF = 0.5  # of the steps
LOSSES = ("policy_loss", "policy_objective", "policy_objective_step")
HELD_OUT_SCORES = ("accuracy", "reward", "return", "success", "pass", "win_rate")
DIVERGENCES = ("approx_kl", "kl")

PAGE = Page(
    "uninformative-policy-loss",
    Boundary(
        "The gradient norm is above 0 in more than half of the steps, and the reward rises by "
        "more than twice its scatter.",
        "zero-advantage-groups",
    ),
)
CLIMBS = Boundary(
    "The reward rises while the KL to the reference grows.",
    "kl-blowup",
)
HELD_OUT = Boundary(
    "A held-out score does not fall while the reward rises.",
    "reward-hacking",
)


def read(case: Case) -> NormalPattern:
    loss = first_movement(case, LOSSES)
    reward = movement(case, "reward")
    if loss is None or reward is None:
        return PAGE.not_measured("Policy loss and reward are not both recorded.")
    text = f"{loss.text} and {reward.text}"
    share = _share_without_gradient(case)
    if share is not None:
        text += f"; the gradient norm is zero at {share:.0%} of the points"
        if share > MORE_THAN_HALF:
            return PAGE.broken(f"{text}.", loss.series)
    if loss.last < loss.first - HARDLY * abs(loss.first) and loss.last > 0:
        return PAGE.not_shown(f"{text}: the loss falls.")
    return _by_reward(case, loss, reward, f"{text}.")


def _by_reward(
    case: Case,
    loss: Movement,
    reward: Movement,
    text: str,
) -> NormalPattern:
    if reward.rises:
        held_out = _held_out(case)
        if held_out is not None and held_out.falls:
            return PAGE.broken(
                f"{text} {held_out.text}.",
                held_out.series,
                HELD_OUT,
            )
        return PAGE.holds(text, loss.series)
    divergence = first_movement(case, DIVERGENCES)
    if divergence is not None and divergence.rises:
        return PAGE.broken(
            f"{text} {divergence.text}.",
            divergence.series,
            CLIMBS,
        )
    return PAGE.not_measured(f"{text} The reward does not rise.", loss.series)


def _held_out(case: Case) -> Movement | None:
    """Return the movement of a score that is not the trained reward; None without one."""
    names = [name for name in case.series if name.startswith(("val_", "test_"))]
    scores = [name for name in names if has_word(name, HELD_OUT_SCORES)]
    return first_movement(case, [*scores, "success_rate"])


def _share_without_gradient(case: Case) -> float | None:
    """Return the share of points with a gradient norm of zero; None where it is not recorded."""
    norms = recorded(case, ("grad_norm_step", "grad_norm"))
    if not norms or not len(norms[0].finite):
        return None
    sizes = abs(norms[0].finite)
    return float((sizes < ZERO).mean())
