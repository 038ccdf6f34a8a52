"""Corrections of the reading that a browser sends, and those that a pasted body has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict

AS_READ = "*"  # of a curve that is not corrected; no curve has this name
LEAVE_OUT = ""


@dataclass(frozen=True, slots=True)
class Corrections:
    """run: empty where none was chosen. names: of a curve among all inputs -> its name."""

    run: str = ""
    names: Mapping[str, str] = field(default_factory=dict)

    def joined_with(self, pasted: Any) -> Any:
        """Return the field of a request; what was chosen on the page holds.

        A pasted value of another type is left to the check of all fields.
        """
        if not isinstance(pasted, Mapping):
            return pasted
        names = pasted.get("names", {})
        if not isinstance(names, Mapping):
            return pasted
        joined = dict(pasted)
        joined["names"] = {**names, **self.names}
        if self.run:
            joined["run"] = self.run
        return joined

    def beside(self, keys: frozenset[str], has_runs: bool) -> Corrections:
        """Return the corrections that stand in no list of the page, to be sent along unseen."""
        names = {key: name for key, name in self.names.items() if key not in keys}
        run = self.run
        if has_runs:
            run = ""
        return Corrections(run, names)


def sent_corrections(sent: QueryDict) -> Corrections:
    curves = sent.getlist("curve")
    taken = sent.getlist("curve_as")
    run = sent.get("run", "")
    names: dict[str, str] = {}
    for key, name in zip(curves, taken, strict=False):
        is_corrected = name != AS_READ
        if key and is_corrected:
            names[key] = name
    return Corrections(run, names)
