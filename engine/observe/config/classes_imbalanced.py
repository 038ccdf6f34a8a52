"""The classes differ much in size.

Measured as the largest over the smallest class. Vocabularies are uneven by nature and are not
judged. Where no counts of the data are stated, those of the last evaluation are taken: of the
classes that occur in it, since a small one may miss a rare class by chance. They can show that the
classes are uneven and not that they are even: test sets are often balanced on purpose.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.evaluated import COUNT, evaluated_counts
from engine.observe.measures.stated import numbers, stated_task
from engine.run import Case
from engine.scales import is_seen

SYMPTOM = "classes-imbalanced"
LARGEST_OVER_SMALLEST = Band(
    2.5,
    10.0,
    log=True,
    source="judgment",
    compare=("sagemaker-debugger", "deepchecks"),
    note="samples; SageMaker and deepchecks: above 10",
)
LEAST_CLASSES = 2
VOCABULARIES = frozenset({"language_modeling", "sequence_tagging", "translation"})


def observe(case: Case) -> Finding | None:
    if stated_task(case) in VOCABULARIES:
        return None
    counts = numbers(case, "class_counts")
    if counts is None:
        return _of_evaluation(case)
    if len(counts) < LEAST_CLASSES:
        return None
    largest, smallest = float(counts.max()), float(counts.min())
    if largest <= 0:
        return None
    times = largest / max(smallest, 1.0)
    return Finding.stated(
        "class_counts",
        strength=LARGEST_OVER_SMALLEST.strength(times),
        text=f"The largest class has {largest:g} samples, the smallest {smallest:g}: "
        f"{times:.3g} times as many.",
    )


def _of_evaluation(case: Case) -> Finding | None:
    counts = evaluated_counts(case)
    if counts is None:
        return None
    present = counts[counts > 0]
    if len(present) < LEAST_CLASSES:
        return None
    largest, smallest = float(present.max()), float(present.min())
    times = largest / smallest
    strength = LARGEST_OVER_SMALLEST.strength(times)
    if not is_seen(strength):
        return None
    return Finding.about(
        COUNT,
        strength=strength,
        text=f"Of the evaluated examples {largest:g} are of the largest class and {smallest:g} "
        f"of the smallest: {times:.3g} times as many.",
    )
