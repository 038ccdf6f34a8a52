"""The run logs the losses of a generator and of a discriminator.

Tells what is trained, not that anything is wrong: failures of adversarial training need such a run.
Any other curve of a loss says that it is none.
"""

from __future__ import annotations

from engine.evidence import Finding
from engine.observe.measures.task import GAN, task_of
from engine.run import Case

SYMPTOM = "adversarial-losses"
LEAST_POINTS = 3


def observe(case: Case) -> Finding | None:
    names = [name for name in case.series if name.endswith("_loss")]
    followed = [name for name in names if len(case.series[name].finite) >= LEAST_POINTS]
    if not followed:
        return None
    if task_of(case) != GAN:
        return Finding.about(
            followed[0],
            strength=0.0,
            text="No generator is trained against a discriminator.",
        )
    logged = " and ".join(sorted(followed)[:2])
    return Finding.about(
        followed[0],
        strength=1.0,
        text=f"The losses of an adversarial run are logged: {logged}.",
    )
