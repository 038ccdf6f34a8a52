"""Read who is behind from PyTorch's flight recorder: its dumps, printed as JSON or as Python, of
one rank or of several, and the analysis that `torchfrtrace` prints.

Format: torch/csrc/distributed/c10d/FlightRecorder.hpp and torch/distributed/flight_recorder of
PyTorch 2.3 to 2.9. A dump does not hold the number of its rank: the name of its file or a heading
above it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.observe.log.waiting.standing import Standing, in_order, lowest

_ANALYSIS = "not all ranks joining collective"
_ANALYSIS_LINES = 12  # in which the details follow
_NUMBERS = re.compile(r"\d{1,6}")
_MISSING = re.compile(r"missing ranks(?: are)?:? ?\{([\d, ]{1,400})\}", re.IGNORECASE)
_COLLECTIVE = re.compile(r"\bcollective:? ([a-z]{2,10}:\w{1,60})")
_CULPRIT = re.compile(r"Culprit rank (\d{1,6}); Error type: (\w{1,60})")
# nccl_trace_rank_3, "rank": 3, == rank 3 ==
_RANK = re.compile(r"rank[\"']?[ _:=]{1,3}(\d{1,6})(?!\d)", re.IGNORECASE)
_DUMP = ("last_enqueued_collective", "profiling_name", "state")
_FIELD = re.compile(
    r"[\"'](last_enqueued_collective|profiling_name|state)[\"']"
    r"\s{0,4}:\s{0,4}[\"']?(-?[\w:.]{1,60})"
)
_WHOLE = re.compile(r"-?\d{1,18}")
_PENDING = ("scheduled", "started")


def read_flight_recorder(lines: Sequence[str]) -> Standing | None:
    """Return who is behind; None where no dump and no analysis stands in the lines."""
    return _analyzed(lines) or _dumped(lines)


def _analyzed(lines: Sequence[str]) -> Standing | None:
    for number, line in enumerate(lines):
        culprit = _CULPRIT.search(line)
        if culprit:
            mismatch = culprit[2].lower()
            words = mismatch.replace("_", " ")
            reason = f"differs from the others: {words}"
            behind = (culprit[1],)
            return Standing(behind, reason)
        if _ANALYSIS in line.lower():
            end = number + _ANALYSIS_LINES
            details = "\n".join(lines[number:end])
            missing = _MISSING.search(details)
            if missing:
                return _missing(missing[1], details)
    return None


def _missing(numbers: str, details: str) -> Standing:
    """Return the ranks that the analysis calls missing, with the operation that it names."""
    ranks = _NUMBERS.findall(numbers)
    collective = _COLLECTIVE.search(details)
    call = ""
    if collective:
        call = collective[1]
    return Standing(
        in_order(ranks),
        reason="did not join the operation",
        call=call,
    )


class _Dumps:
    """What the dumps of several ranks hold, read line by line.

    enqueued: rank -> number of the last operation. pending: rank -> the first one not completed.
    """

    def __init__(self) -> None:
        self.enqueued: dict[str, int] = {}
        self.pending: dict[str, str] = {}
        self._rank = ""
        self._operation = ""

    def read(self, line: str) -> None:
        heading = _RANK.search(line[:300])
        if heading:
            self._rank = heading[1]
        if any(word in line for word in _DUMP):
            for name, value in _FIELD.findall(line):
                self._read_field(name, value)

    def _read_field(self, name: str, value: str) -> None:
        if name == "profiling_name":
            self._operation = value
        elif name == "state":
            if value in _PENDING and self._operation:
                self.pending.setdefault(self._rank, self._operation)
        elif _WHOLE.fullmatch(value):
            earlier = self.enqueued.get(self._rank, -1)
            self.enqueued[self._rank] = max(earlier, int(value))


def _dumped(lines: Sequence[str]) -> Standing | None:
    dumps = _Dumps()
    for line in lines:
        dumps.read(line)
    behind = lowest(dumps.enqueued)
    waits_in = ""
    for rank, operation in dumps.pending.items():
        if rank not in behind:
            waits_in = operation
            break
    if behind:
        reason = "was given fewer operations than the others"
        return Standing(behind, reason, waits_in)
    if waits_in:
        return Standing((), "", waits_in)
    return None
