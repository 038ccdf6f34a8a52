"""Read the frames of a stack as `py-spy dump` and Python's faulthandler print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# py-spy: "    all_reduce (torch/distributed/distributed_c10d.py:2800)"
_SPY = re.compile(
    r"^\s{2,12}(?P<function>[\w<>.]{1,80}) \((?P<file>[^()\n]{1,300}):(?P<line>\d{1,7})\)\s{0,4}$"
)
# faulthandler: '  File "train.py", line 10 in forward'
_FAULT = re.compile(
    r"^\s{2,8}File \"(?P<file>[^\"\n]{1,300})\", line (?P<line>\d{1,7}) in "
    r"(?P<function>[\w<>.]{1,80})"
)
_COLLECTIVES = re.compile(
    r"_{0,2}(?:all_?reduce|all_?gather|reduce_?scatter|all_?to_?all|broadcast|barrier|send|recv|"
    r"gather|scatter|synchronize|wait)\w{0,40}"
)
_DISTRIBUTED = ("distributed", "c10d", "nccl", "deepspeed/comm")
_LIBRARIES = ("site-packages", "dist-packages", "torch/", "deepspeed/", "/lib/python")


@dataclass(frozen=True, slots=True)
class Frame:
    """One call: its function, file and line."""

    function: str
    file: str
    line: str

    @property
    def is_collective(self) -> bool:
        """Whether the call waits for other ranks."""
        if not any(part in self.file for part in _DISTRIBUTED):
            return False
        return _COLLECTIVES.fullmatch(self.function) is not None

    @property
    def is_own(self) -> bool:
        """Whether the call lies in the program, rather than in a library."""
        return not any(part in self.file for part in _LIBRARIES)

    @property
    def place(self) -> str:
        """The call in words: function, name of the file, line."""
        _, _, name = self.file.rpartition("/")
        return f"{self.function} ({name}:{self.line})"


def frame_of(line: str) -> Frame | None:
    """Return the call that a line holds; None where it holds none."""
    match = _SPY.match(line) or _FAULT.match(line)
    if match is None:
        return None
    return Frame(
        match["function"],
        match["file"],
        match["line"],
    )
