"""The KL rises and levels off, and what it pays for gets better."""

from __future__ import annotations

from engine.observe.measures.robust import ratio
from engine.observe.measures.series import part
from engine.observe.normal.movement import Movement, first_movement, movement, movement_of
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case

NEAR_ZERO = 0.1  # nats, of a VAE in all
LEVEL = 0.2  # of the level: what a KL that has leveled off moves by over the second half
LATENT = ("val_kl", "kl")
POLICY = ("approx_kl", "objective_kl", "kl")
RECONSTRUCTIONS = ("val_recon_loss", "recon_loss")

PAGE = Page(
    "rising-kl-within-target",
    Boundary(
        "The KL moves by less than 20% over the second half, and reconstruction or reward "
        "improves over the same steps.",
        "kl-blowup",
    ),
)
USED = Boundary("The KL of the latents stays above 0.1 nats in all.", "posterior-collapse")
HELD_OUT = Boundary(
    "Held-out quality does not fall while the reward rises.",
    "reward-hacking",
)


def read(case: Case) -> NormalPattern:
    reconstruction = first_movement(case, RECONSTRUCTIONS)
    reward = movement(case, "reward")
    if reconstruction is not None:
        return _of_latents(case, reconstruction)
    if reward is not None:
        return _of_policy(case, reward)
    return PAGE.not_measured("No KL with its reconstruction or reward is recorded.")


def _of_latents(case: Case, reconstruction: Movement) -> NormalPattern:
    divergence = first_movement(case, LATENT)
    if divergence is None:
        return PAGE.not_measured("No KL is recorded.")
    text = f"{divergence.text} nats and {reconstruction.text}."
    if divergence.last < NEAR_ZERO:
        return PAGE.broken(text, divergence.series, USED)
    return _by_level(divergence, text, gains=reconstruction.falls)


def _of_policy(case: Case, reward: Movement) -> NormalPattern:
    divergence = first_movement(case, POLICY)
    if divergence is None:
        return PAGE.not_measured("No KL is recorded.")
    text = f"{divergence.text} and {reward.text}."
    quality = first_movement(case, ("success_rate", "val_accuracy", "val_reward", "test_reward"))
    if quality is not None and quality.falls and reward.rises:
        return PAGE.broken(f"{text} {quality.text}.", quality.series, HELD_OUT)
    return _by_level(
        divergence,
        text,
        gains=reward.rises,
    )


def _by_level(
    divergence: Movement,
    text: str,
    *,
    gains: bool,
) -> NormalPattern:
    if not divergence.rises:
        return PAGE.not_shown(f"{text} The KL does not rise.")
    moves = _late_move(divergence)
    text = f"{text} Over the second half the KL moves by {moves:+.0%}."
    if abs(moves) < LEVEL and gains:
        return PAGE.holds(text, divergence.series)
    if moves >= LEVEL and not gains:
        return PAGE.broken(text, divergence.series)
    return PAGE.not_measured(text, divergence.series)


def _late_move(divergence: Movement) -> float:
    """Return the change over the second half as a share of the last level."""
    half = len(divergence.series) // 2
    late = movement_of(part(divergence.series, half))
    change = divergence.change if late is None else late.change
    return ratio(change, divergence.last)
