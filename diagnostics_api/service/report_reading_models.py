"""How the report of a diagnosis says that the inputs were read."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from diagnostics_api.service.described import Described
from engine.read.formats import LABELS

Split = Literal["train", "val", "test", ""]


class CurveRead(Described):
    """What one curve of an input was taken for."""

    name: str
    """Canonical name: the one that evidence and spans use."""
    own_name: str
    """As the input writes it, with its place where several are alike: `loss [val]`. It is the key
    in `reading.names` of a request that corrects it.
    """
    points: int
    """Values that were read."""
    split: Split
    """Data on which it was measured; empty where it has none, as a learning rate."""
    split_said: bool
    """Whether the input says the split; false where it was assumed."""
    grain: str
    """What one value stands for: step, epoch, index (neither is given), evaluation (of a finished
    model) or best (so far).
    """
    is_corrected: bool
    """Whether the request said what it is."""


class ReadAs(Described):
    """How one input was read."""

    name: str
    """File name, or the field of the request."""
    format: str = Field(json_schema_extra={"enum": list(LABELS)})
    """Format that the input was taken for."""
    series: dict[str, int]
    """Curves that were found, with their points."""
    curves: list[CurveRead]
    """What each curve was taken for."""
    run: str
    """The run, fold or rank that is diagnosed where the input holds several; else mostly empty."""
    other_runs: list[str]
    """Runs of the input that are not diagnosed; `reading.run` of a request chooses one."""
    settings: int
    """How many settings were found in the input."""
    left_out: list[str]
    """Own names of curves that are not used: another one stands for them, or the request left them
    out.
    """
