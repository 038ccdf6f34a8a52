"""The gradient norm is tiny while much is left to learn.

Other tools call mean entries of 1e-7 to 1e-4 vanished; the norm of a whole network is one to three
orders larger. A norm falls with the loss, so a small one counts only while much is left.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.run import gradient_norm
from engine.observe.measures.skill import unlearned
from engine.observe.measures.task import has_no_task_loss
from engine.run import Case

SYMPTOM = "gradient-norm-tiny"
NORM = Band(
    2e-2,
    5e-4,
    log=True,
    source="judgment",
    compare=("sagemaker-debugger", "default"),
    note="median; mean absolute entry below 1e-7 in SageMaker, below 1e-4 in DEFault",
)
LEFT = Band(
    0.3,
    0.8,
    source="judgment",
    note="share of the task left to learn",
)


def observe(case: Case) -> Finding | None:
    norm = gradient_norm(case)
    left = unlearned(case)
    if norm is None or left is None or has_no_task_loss(case):
        return None
    typical = median(norm.y)
    return Finding.on(
        norm,
        strength=min(NORM.strength(typical), LEFT.strength(left)),
        text=f"The median of {norm.name} is {typical:.2g} "
        f"with {min(left, 1):.0%} of what a guess gets wrong still left.",
    )
