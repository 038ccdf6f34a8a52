"""The entropy of the attention weights is near zero.

Measured on its level at the end, in nats, and against its highest level before: an entropy that was
never higher belongs to very short sequences.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import curve, final_level, last_points
from engine.run import Case

SYMPTOM = "attention-entropy-near-zero"
ENTROPY = Band(
    0.3,
    0.08,
    log=True,
    source="judgment",
    note="nats at the end; 4.85 for even attention over 128 positions",
)
FALL = Band(
    0.7,
    0.4,
    source="judgment",
    note="over the highest value of the run",
)


def observe(case: Case) -> Finding | None:
    entropy = curve(case, "attention_entropy")
    if entropy is None:
        return None
    end, highest = final_level(entropy.y), float(entropy.y.max())
    return Finding.on(
        last_points(entropy),
        strength=min(ENTROPY.strength(end), FALL.strength(ratio(end, highest))),
        text=f"The attention entropy ends at {end:.3g} nats; its highest value was {highest:.3g}.",
    )
