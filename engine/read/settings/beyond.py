"""What of a log was not searched for settings, for it would have taken too long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Beyond:
    """Counts of what lies beyond the bounds.

    sentences: lines behind the last sentence that is read. cut_blocks: blocks that go on behind the
    last line that a block may have. blocks: lines that may open further ones.
    """

    sentences: int = 0
    cut_blocks: int = 0
    blocks: int = 0
