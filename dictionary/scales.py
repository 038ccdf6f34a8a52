"""The words that the numbers of the content stand for."""

from __future__ import annotations

from collections.abc import Mapping

from dictionary.models import FailureMode

SILENCE = {value: step for step, value in enumerate(FailureMode.Silence.values, start=1)}
SILENCE_MEANS = {
    "loud": "cannot be missed",
    "noisy": "shows in the usual curves",
    "quiet": "shows only where one looks",
    "silent": "every number looks right",
}
RERUN = {"no": "no new run", "resume": "resume the run", "from scratch": "start again"}
FIX_KINDS = {"stopgap": "Now", "root": "Root", "prevention": "Prevent"}

# What an outcome of a check says on the page of the entry that it is about.
VERDICTS_HERE: Mapping[str, str] = {
    "confirms": "It is this",
    "excludes": "It is not this",
    "undecided": "Undecided",
}

# What an outcome of a check says where the entry is a normal pattern.
VERDICTS_OF_NORMAL: Mapping[str, str] = {
    "confirms": "Normal",
    "excludes": "Not normal",
    "undecided": "Undecided",
}
