"""Single values that say something by themselves: a negative R2, a recall near zero."""

from __future__ import annotations

import re
from collections.abc import (
    Callable,
    Iterator,
    Sequence,
)
from dataclasses import dataclass

from engine.observe.measures.band import Band
from engine.observe.words.figures.figure import Figure, Stated, reported
from engine.observe.words.figures.zero_loss import zero_loss
from engine.scales import CERTAIN

HUGE_NORM = Band(
    5.0,
    30.0,
    log=True,
    source="judgment",
    note="as for the curves",
)
TINY_NORM = Band(
    2e-2,
    5e-4,
    log=True,
    source="judgment",
    note="as for the curves",
)
BELOW_MEAN = Band(
    0.06,
    -0.1,
    source="judgment",
    note="R2; 0 for the mean of the target",
)
RARE_RECALL = Band(
    0.45,
    0.15,
    source="judgment",
    note="recall of one class, as for the curves",
)
NEAR_ZERO = Band(
    0.5,
    0.05,
    log=True,
    source="judgment",
    note="KL in nats, entropy, a GAN's loss",
)
ONE_VALUE = 0.8  # the most for a norm, of which one value is no course
ALIKE = Band(
    0.8,
    0.98,
    source="judgment",
    note="cosine of embeddings",
)
_LATENT = re.compile(r"\b(?:vae|latents?|posterior|elbo|autoencoder|decoder)\b")
_AGAINST_REFERENCE = re.compile(r"\b(?:ppo|rlhf|grpo|dpo|policy|reference|ref model|reward)\b")
_POLICY = re.compile(r"\b(?:ppo|a2c|a3c|sac|policy|agent|actor|episodes?)\b")
_VECTORS = re.compile(r"\b(?:embeddings?|features?|representations?|vectors?|encoder)\b")
_ONE_CLASS = re.compile(r"\b(?:minority|rare|positives?|class [\w]{1,20}|smallest class|fraud)\b")


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity whose value alone shows a symptom.

    strength: of a value.
    about: words of the text without which the quantity may be another.
    """

    quantity: str
    symptom: str
    strength: Callable[[float], float]
    about: re.Pattern[str] | None = None


def _below_zero(value: float) -> float:
    return CERTAIN if value < 0 else 0.0


def _zero(value: float) -> float:
    return CERTAIN if value == 0 else 0.0


def _as_share(band: Band) -> Callable[[float], float]:
    """Return the strength of a share that may be given in percent."""

    def strength(value: float) -> float:
        if value > 1:
            value /= 100
        return band.strength(value)

    return strength


def _at_most(
    band: Band,
    most: float,
) -> Callable[[float], float]:
    return lambda value: min(band.strength(value), most)


def _unless_negative(band: Band) -> Callable[[float], float]:
    return lambda value: band.strength(value) if value >= 0 else 0.0


BOUNDS = (
    Bound(
        "gradient norm",
        "gradient-norm-huge",
        _at_most(HUGE_NORM, ONE_VALUE),
    ),
    Bound(
        "gradient norm",
        "gradient-norm-tiny",
        TINY_NORM.strength,
    ),
    Bound(
        "gradient norm",
        "gradient-norm-zero",
        _zero,
    ),
    Bound(
        "r2",
        "score-below-baseline",
        BELOW_MEAN.strength,
    ),
    Bound(
        "recall",
        "minority-recall-near-zero",
        _as_share(RARE_RECALL),
        _ONE_CLASS,
    ),
    Bound(
        "map",
        "all-classes-score-zero",
        _zero,
    ),
    Bound(
        "loss",
        "loss-negative",
        _below_zero,
    ),
    Bound(
        "discriminator loss",
        "discriminator-loss-near-zero",
        _unless_negative(NEAR_ZERO),
    ),
    Bound(
        "kl",
        "latent-kl-near-zero",
        _unless_negative(NEAR_ZERO),
        _LATENT,
    ),
    Bound(
        "kl",
        "kl-negative",
        _below_zero,
        _AGAINST_REFERENCE,
    ),
    Bound(
        "entropy",
        "policy-entropy-near-zero",
        _unless_negative(NEAR_ZERO),
        _POLICY,
    ),
    Bound(
        "similarity",
        "features-lose-spread",
        ALIKE.strength,
        _VECTORS,
    ),
)
MOST_WORDS = 4  # between a name and a value that is judged alone
_SWINGING = frozenset(
    {
        "jumps",
        "jump",
        "spikes",
        "spike",
        "between",
        "peaks",
        "sometimes",
        "from",
    }
)


def bounds(
    figures: Sequence[Figure],
    text: str,
) -> Iterator[Stated]:
    """Yield the symptoms that single values show; `text` is the whole plain text."""
    for place, figure in enumerate(figures):
        if len(figure.words) > MOST_WORDS or len(figure.values) > 1:
            continue
        yield from zero_loss(place, figures, text)
        for bound in BOUNDS:
            if figure.quantity == bound.quantity and _applies(
                bound,
                figure,
                text,
            ):
                yield from _judged(bound, figure)


def _applies(
    bound: Bound,
    figure: Figure,
    text: str,
) -> bool:
    if _SWINGING.intersection(figure.words):
        return False
    return bound.about is None or bound.about.search(text) is not None


def _judged(
    bound: Bound,
    figure: Figure,
) -> Iterator[Stated]:
    yield from reported(
        figure,
        bound.symptom,
        bound.strength(figure.last),
    )
