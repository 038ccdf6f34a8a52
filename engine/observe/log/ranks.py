"""Tell which rank of a run wrote a line, and when.

A rank is named as its launcher names it: `3` for rank 3, `worker pid 4121` for a worker of Ray,
`node-2 GPU 0` for a line of NCCL, and empty where nothing tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# [rank3]: of PyTorch, [Rank 3] and [PG ID 0 PG GUID 0(default_pg) Rank 3] of its process groups.
_NAMED = re.compile(r"\[(?:rank|[^\[\]\n]{0,80} ?\bRank) ?(\d{1,6})\]", re.IGNORECASE)
# [default3]: of torchrun with --tee, [1,3]<stderr>: of mpirun with --tag-output.
_TAGGED = re.compile(r"\[default(\d{1,6})\]:|\[\d{1,6},(\d{1,6})\]<std(?:out|err)>:")
# (RayTrainWorker pid=4121, ip=10.0.0.4) of Ray.
_WORKER = re.compile(r"\(\w{1,60} (?:\([^)]{1,60}\) )?pid=(\d{1,9})")
# node-2:5776:5902 [0] ... NCCL WARN: host, process, thread and device.
_DEVICE = re.compile(r"(?<!\S)([\w.-]{1,80}):\d{1,9}:\d{1,9} \[(\d{1,3})\]")
# 3: of srun with --label.
_LABEL = re.compile(r"\s{0,4}(\d{1,5}): ")
MOST_LINES = 2_000  # that are looked at for labels
_OF_LAUNCHER = ("srun:", "slurmstepd:")  # lines that never have a label
LABELED = 0.9  # share of the lines that need a label before a number is taken for one

# [E1218 20:27:21.426415540 of PyTorch: month, day and time.
_BRIEF = re.compile(r"\[[EWIF](\d{3,4}) (\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)")
_FULL = re.compile(r"(\d{4}-\d{2}-\d{2})[T_ ](\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)")

Moment = tuple[str, str, str]  # kind of the time stamp, day, time of the day


def rank_of(line: str, is_labeled: bool = False) -> str:
    """Return the rank that a line names as its writer; empty without one.

    is_labeled: whether each line starts with the number of its task.
    """
    if is_labeled:
        label = _LABEL.match(line)
        if label:
            return label[1]
    start = line[:200]
    named = _NAMED.search(start)
    if named:
        return named[1]
    tagged = _TAGGED.match(start)
    if tagged:
        return tagged[1] or tagged[2]
    worker = _WORKER.match(start)
    if worker:
        return f"worker pid {worker[1]}"
    device = _DEVICE.search(start)
    return f"{device[1]} GPU {device[2]}" if device else ""


class RankedLines:
    """Lines of a log, and the rank that wrote each."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self._is_labeled = are_labeled(lines)

    def rank(self, number: int) -> str:
        """Return the rank that wrote a line, counted from 0; empty where nothing tells."""
        return rank_of(self.lines[number], self._is_labeled)


def are_labeled(lines: Sequence[str]) -> bool:
    """Return whether nearly all lines start with the number of a task, and several tasks do.

    The first 2,000 lines tell.
    """
    labels = []
    written = 0
    for line in lines[:MOST_LINES]:
        if not line.strip() or line.startswith(_OF_LAUNCHER):
            continue
        written += 1
        label = _LABEL.match(line)
        if label:
            labels.append(label[1])
    is_usual = len(labels) >= LABELED * written
    return is_usual and len(set(labels)) > 1


def moment_of(line: str) -> Moment | None:
    """Return the time stamp of a line. Only those of one kind can be compared."""
    start = line[:200]
    brief = _BRIEF.search(start)
    if brief:
        return ("brief", brief[1].zfill(4), brief[2])
    full = _FULL.search(start)
    if full:
        return ("full", full[1], full[2].replace(",", "."))
    return None
