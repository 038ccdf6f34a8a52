"""The task of a run: as stated, or as recognized by the names of its curves."""

from __future__ import annotations

import re

from engine.observe.measures.once import once_per_case
from engine.observe.measures.stated import stated_task
from engine.run import Case

REINFORCEMENT = "reinforcement_learning"
PREFERENCE = "preference"
GAN = "gan"
VAE = "vae"
DETECTION = "detection"

# Part of a stated task -> the task.
STATED = (
    ("reinforcement", REINFORCEMENT),
    ("rlhf", REINFORCEMENT),
    ("preference", PREFERENCE),
    ("adversarial", GAN),
    ("gan", GAN),
    ("vae", VAE),
    ("autoencoder", VAE),
    ("detection", DETECTION),
)
# Curves of which a run has all -> the task. The first match counts: a policy tuned on the answers
# that people prefer logs rewards of chosen and rejected answers, and no return.
BY_CURVES = (
    ({"rewards_chosen", "rewards_rejected"}, PREFERENCE),
    ({"rewards_margins"}, PREFERENCE),
    ({"d_loss", "g_loss"}, GAN),
    ({"reward"}, REINFORCEMENT),
    ({"episode_length"}, REINFORCEMENT),
    ({"policy_objective"}, REINFORCEMENT),
    ({"policy_loss", "value_loss"}, REINFORCEMENT),
    ({"recon_loss", "kl"}, VAE),
)
BOX_LOSS = re.compile(r"(?:box|bbox|giou|ciou|objectness)_loss")

# Tasks whose losses do not measure how well the task is done.
OTHER_LOSSES = frozenset({GAN, REINFORCEMENT})
# Tasks whose losses are sums or likelihoods, which a guess among classes does not bound.
WITHOUT_GUESS = OTHER_LOSSES | {VAE, PREFERENCE, DETECTION, "diffusion", "density", "contrastive"}


@once_per_case
def task_of(case: Case) -> str:
    """Return the task in lower case with underscores; empty where nothing shows it.

    A stated task comes before the names of the curves.
    """
    stated = stated_task(case)
    if stated:
        return _known(stated)
    for names, task in BY_CURVES:
        if names <= case.series.keys():
            return task
    if any(BOX_LOSS.search(name) for name in case.series):
        return DETECTION
    return ""


@once_per_case
def has_no_task_loss(case: Case) -> bool:
    """Return whether the losses of this task do not measure how well it is done."""
    return task_of(case) in OTHER_LOSSES


def has_no_guess(case: Case) -> bool:
    """Return whether no constant prediction gives the scale of this task's loss."""
    return task_of(case) in WITHOUT_GUESS


def _known(stated: str) -> str:
    parts = stated.split("_")
    for part, task in STATED:
        if part in parts or (len(part) > len(GAN) and part in stated):
            return task
    return stated
