"""Symptoms of generators and policies, in the order in which they are reported."""

from engine.observe.detector import detectors

GENERATION = detectors(
    __name__,
    "policy_entropy_near_zero",
    "discriminator_loss_near_zero",
    "kl_negative",
    "kl_rises_and_levels_off",
    "adversarial_losses",
)
