"""What the report of a diagnosis says of the log: messages, hangs, unused parameters."""

from __future__ import annotations

from diagnostics_api.service.described import Described


class Message(Described):
    """Message of the log that was recognized."""

    signature: str
    """Permanent name of what recognized it."""
    line: int
    """Number of its line, from 1."""
    text: str
    """The line, cut where it is long."""
    meaning: str
    """What it means, in plain words."""
    action: str
    """What to do now; may be empty."""
    role: str
    """`root` (a first cause), `consequence`, `teardown`, `advice` or `noise`."""
    kind: str
    """`failure`, `environment` (no failure of training) or `tool-did-so` (as it was told)."""
    rank: str
    """Process that printed it, where the line says so."""
    entry: str
    """Slug of the entry on it, written or planned; may be empty."""
    count: int
    """How often it stands in the log."""


class LineRole(Described):
    """Line of the log that was recognized, and its part in what happened."""

    line: int
    """Number of the line, from 1."""
    role: str
    """`root` (a first cause), `consequence`, `teardown`, `advice` or `noise`; the weightiest, if it
    has several.
    """
    text: str
    """The line, cut where it is long."""


class Hang(Described):
    """What is known of a run that hangs or timed out."""

    behind: list[str]
    """Ranks that the others wait for; empty where the text does not tell."""
    call: str
    """Operation that they wait in."""
    since: str
    """How long; may be empty."""
    sentence: str
    """All of it in words."""
    next_commands: list[str]
    """Commands that tell more, most useful first."""


class UnusedParameters(Described):
    """Parameters that got no gradient, from the message of data-parallel training."""

    rank: str
    """Process that reports them."""
    indices: list[int]
    """As the message gives them."""
    names: list[str]
    """Those that are known, in the same order."""
    sentence: str
    """All of it in words."""
