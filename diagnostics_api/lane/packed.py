"""Whether a body may hold a packed file: a small one may unpack to as much as a large one."""

from __future__ import annotations

from engine.read.formats.parquet import MARK as PARQUET
from engine.read.stores.members import ZIP_START
from engine.read.stores.unpacking import PACKINGS

STARTS = (ZIP_START, PARQUET, *(packing.start for packing in PACKINGS))


def may_be_packed(body: bytes) -> bool:
    """Look for the first bytes of a packed file, wherever a form may have put it."""
    return any(start in body for start in STARTS)
