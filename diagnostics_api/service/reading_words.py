"""What was read, in words that page and terminal share, and the names that a curve may have."""

from __future__ import annotations

from collections.abc import Sequence

from engine.names import normalized
from engine.read.formats import LABELS
from engine.read.metric_names.quantities import QUANTITIES
from engine.read.metric_names.resolve import SPLITS, Resolver, stem_of
from engine.run import CurveRead, ReadAs

COMMON = ("train_loss", "val_loss", "train_accuracy", "val_accuracy", "lr", "grad_norm")
MOST_NAMED = 5  # inputs that a sentence names
_SPLITS = {"train": "training", "val": "validation", "test": "test"}
_GRAINS = {
    "step": "per step",
    "epoch": "per epoch",
    "index": "in their order",
    "evaluation": "of the finished model",
    "best": "best so far",
}
_SEND = (
    "Send lines such as “epoch 3 loss 0.41 val_loss 0.52”, a table with one row for each epoch or "
    "step, or the metrics as JSON."
)


def label_of(read_as: ReadAs) -> str:
    return LABELS.get(read_as.format, read_as.format)


def split_in_words(curve: CurveRead) -> str:
    """Return the split, and who says it."""
    split = _SPLITS.get(curve.split, "none")
    if curve.is_corrected:
        return f"{split} (as you said)"
    if not curve.split:
        return split
    said = "assumed"
    if curve.is_split_said:
        said = "said"
    return f"{split} ({said})"


def grain_in_words(curve: CurveRead) -> str:
    return _GRAINS.get(curve.grain, curve.grain)


def nothing_read(inputs: Sequence[ReadAs]) -> str:
    """Return what to send where no input holds a curve; empty where one does."""
    if any(each.series for each in inputs):
        return ""
    if not inputs:
        return f"No curve was read: only words and ticks were given. {_SEND}"
    names = [each.name for each in inputs[:MOST_NAMED]]
    named = ", ".join(names)
    more = len(inputs) - MOST_NAMED
    if more > 0:
        named = f"{named} and {more} more"
    return f"No curve was read: no value comes again and again in {named}. {_SEND}"


def likely_names(curve: CurveRead) -> tuple[str, ...]:
    """Return the names that a curve is likely to have: the one that it was taken for, the same
    quantity in every split, its own, and the most common ones.
    """
    name = curve.name
    own_name = _plain(curve.own_name)
    plain = name.removeprefix("best_")
    plain = plain.removesuffix("_step")
    same = _in_every_split(curve, stem_of(plain))
    distinct = dict.fromkeys([name, *same, normalized(own_name), *COMMON])
    distinct.pop("", None)
    return tuple(distinct)


def _in_every_split(curve: CurveRead, stem: str) -> list[str]:
    """Return the names of a quantity in all splits; one where it has none, as a learning rate."""
    quantity = QUANTITIES.get(stem)
    has_split = quantity is not None and quantity.unsaid
    if has_split or curve.split:
        return [f"{split}_{stem}" for split in SPLITS]
    return [stem]


def guessed(own_name: str) -> CurveRead:
    """Return what a curve that was left out would be taken for by its name alone."""
    resolver = Resolver({})
    meaning = resolver.resolve(_plain(own_name))
    return CurveRead(
        name=meaning.name,
        own_name=own_name,
        points=0,
        split=meaning.split or meaning.unsaid,
        is_split_said=bool(meaning.split),
        grain="",
    )


def _plain(own_name: str) -> str:
    """Return an own name as the input writes it, without the place in brackets."""
    name, _, _ = own_name.partition(" [")
    return name
