"""An update sees a very large batch.

Judged by its size, and by its share of the training data, where small data sets are let off.
Batches of language models are counted in sequences or tokens and are not judged.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.stated import number, stated_task
from engine.run import Case

SYMPTOM = "batch-size-huge"
SAMPLES = Band(
    8192.0,
    65536.0,
    log=True,
    source="judgment",
    compare=("goyal-2017",),
    note="for each update; ImageNet is trained with batches of 8,192 without loss of accuracy",
)
SHARE = Band(
    0.2,
    0.7,
    source="judgment",
    note="of the training data in one batch",
)
LARGE = Band(
    64.0,
    256.0,
    log=True,
    source="judgment",
    note="samples from which the share of the training data counts",
)
TOKENS = frozenset({"language_modeling"})


def observe(case: Case) -> Finding | None:
    batch = number(case, "batch_size")
    if batch is None or batch < 1 or stated_task(case) in TOKENS:
        return None
    strength = SAMPLES.strength(batch)
    text = f"An update sees {batch:g} samples"
    samples = number(case, "n_train")
    if samples:
        share = batch / samples
        of_data = min(SHARE.strength(share), LARGE.strength(batch))
        strength = max(strength, of_data)
        text += f", {min(share, 1):.0%} of the training data"
    return Finding.stated("batch_size", strength=strength, text=f"{text}.")
