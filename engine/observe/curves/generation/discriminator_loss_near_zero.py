"""The discriminator loss stays near zero.

Measured on its median over the second half; at balance the cross-entropy is ln 2 for each half. The
loss of a Wasserstein critic may be negative and is not judged. Where the accuracies on real and on
generated samples are recorded, both must be near one.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.series import curve, final_level, part
from engine.run import Case

SYMPTOM = "discriminator-loss-near-zero"
LOSS = Band(
    0.3,
    0.05,
    log=True,
    source="judgment",
    note="median over the second half; ln 2 = 0.69 at balance",
)
ACCURACY = Band(
    0.9,
    0.99,
    source="judgment",
    note="on real and on generated samples at the end",
)
ACCURACIES = ("d_real_accuracy", "d_fake_accuracy")
LEAST_POINTS = 6


def observe(case: Case) -> Finding | None:
    loss = curve(case, "d_loss")
    if loss is None or len(loss) < LEAST_POINTS or loss.y.min() < 0:
        return None
    late = part(loss, len(loss) // 2)
    level = median(late.y)
    recorded = (curve(case, name) for name in ACCURACIES)
    sure = [ACCURACY.strength(final_level(score.y)) for score in recorded if score is not None]
    return Finding.on(
        late,
        strength=min([LOSS.strength(level), *sure]),
        text=f"The median of d_loss over the second half is {level:.3g}.",
    )
