"""The words that the numbers of the content stand for."""

from __future__ import annotations

from dictionary.models import FailureMode

FREQUENCY = {1: "rarely", 2: "sometimes", 3: "often", 4: "usually", 5: "nearly always"}
EVOKING = {
    0: "hardly suggests it",
    1: "suggests it a little",
    2: "suggests it",
    3: "suggests it clearly",
    4: "points to it",
    5: "nearly proves it",
}
SILENCE = {value: step for step, value in enumerate(FailureMode.Silence.values, start=1)}
SILENCE_MEANS = {
    "loud": "cannot be missed",
    "noisy": "shows in the usual curves",
    "quiet": "shows only where one looks",
    "silent": "every number looks right",
}
FIX_KINDS = {"stopgap": "Now", "root": "Root", "prevention": "Prevent"}
