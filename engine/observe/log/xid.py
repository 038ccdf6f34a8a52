"""Numbers of the faults that NVIDIA's driver reports, with what to do at once and afterwards.

Source: NVIDIA, "Analyzing Xid Errors with the Xid Catalog"
(docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html), Ampere and newer devices. Its two
columns name buckets of actions; the sentences here are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.observe.log.tables.row import Kind, Role

NUMBER = re.compile(r"\bXid (?:\([^)]{1,60}\): ?)?(\d{1,3})\b", re.IGNORECASE)

# Bucket of an action -> what it asks for.
ACTIONS: Mapping[str, str] = {
    "IGNORE": "nothing has to be done at once",
    "RESTART_APP": "restart the program",
    "RESET_GPU": "reset the device",
    "RESTART_BM": "restart the machine",
    "RESTART_VM": "restart the virtual machine",
    "RESTART_FM": "restart the fabric manager if it stands alone",
    "CHECK_APP": "check the program and its CUDA calls under compute-sanitizer",
    "CHECK_MECHANICALS": "check power, cables and cooling",
    "CONTACT_SUPPORT": "have the device checked by its vendor if it comes again",
    "INVESTIGATE_SW": "look for a fault of the driver and update it",
    "INVESTIGATE_LINK": "have the links between the devices checked",
    "UPDATE_SWFW": "update driver and firmware",
    "MEMORY_ERROR": "reset the device, after draining the machine if 63 or 64 stands beside it",
    "NVLINK": "reset the device and have its links checked",
    "FOLLOW_OTHER": "follow the other Xid beside it",
    "RECOVERY": "do what the line itself names: none, reset or restart",
}


@dataclass(frozen=True, slots=True)
class Xid:
    """A numbered fault: its meaning, and the buckets of what to do at once and afterwards."""

    meaning: str
    at_once: str
    afterwards: str
    role: Role = "root"

    kind: Kind = "environment"

    @property
    def action(self) -> str:
        """What to do, in one sentence."""
        first = ACTIONS[self.at_once]
        sentence = first[0].upper() + first[1:]
        if self.afterwards in (self.at_once, "IGNORE"):
            return f"{sentence}."
        return f"{sentence}; then {ACTIONS[self.afterwards]}."


def _program(meaning: str, at_once: str, role: Role = "root") -> Xid:
    """Return a fault that a program usually causes itself."""
    return Xid(meaning, at_once, "CHECK_APP", role, "failure")


def _engines(numbers: Iterable[int], name: str) -> dict[int, Xid]:
    """Return the codes of the engines of one kind, which share their actions."""
    meaning = f"a fault of {name}"
    code = Xid(meaning, "RESTART_APP", "CONTACT_SUPPORT")
    return dict.fromkeys(numbers, code)


XIDS: Mapping[int, Xid] = {
    **_engines((39, 40, 41, 70, 71, 72, 75, 76, 77), "a copy engine"),
    **_engines(range(82, 87), "a video, image or copy engine"),
    **_engines(range(88, 90), "a video engine"),
    **_engines(range(96, 106), "a video or image engine"),
    **_engines(range(126, 136), "a copy engine"),
    8: Xid("the device stopped processing", "RESTART_APP", "CONTACT_SUPPORT"),
    11: _program("a broken stream of commands", "RESTART_APP"),
    13: _program("a kernel failed: an address or instruction out of bounds", "RESTART_APP"),
    25: _program("an illegal command of a program", "RESTART_APP"),
    31: _program("a program touched an address that is not its own", "RESTART_APP"),
    32: _program("a broken stream of commands", "RESTART_APP"),
    37: _program("a command that the firmware does not know", "IGNORE"),
    38: Xid("the firmware did not answer in time", "IGNORE", "CONTACT_SUPPORT"),
    43: Xid(
        "a program was stopped after a fault of its own",
        "IGNORE",
        "CONTACT_SUPPORT",
        kind="failure",
    ),
    44: Xid("a fault while programs were switched", "IGNORE", "CONTACT_SUPPORT"),
    45: Xid(
        "a program was removed from the device, usually after another fault",
        "FOLLOW_OTHER",
        "RESTART_FM",
        "consequence",
    ),
    46: Xid("the device stopped processing", "RESET_GPU", "CONTACT_SUPPORT"),
    48: Xid("an error of memory that cannot be corrected", "MEMORY_ERROR", "CONTACT_SUPPORT"),
    54: Xid("the power cable may be missing", "CHECK_MECHANICALS", "CONTACT_SUPPORT"),
    60: Xid("a fault of the security engine", "RESTART_APP", "INVESTIGATE_SW"),
    62: Xid("an internal controller halted", "RESET_GPU", "CONTACT_SUPPORT"),
    63: Xid("a bad row of memory was replaced", "IGNORE", "IGNORE", "advice"),
    64: Xid("a bad row of memory could not be replaced", "RESET_GPU", "CONTACT_SUPPORT"),
    66: Xid("a forbidden access to a register", "IGNORE", "INVESTIGATE_SW"),
    67: Xid("a forbidden access of the firmware", "IGNORE", "CONTACT_SUPPORT"),
    68: Xid("a fault of a video engine", "RESTART_APP", "CONTACT_SUPPORT"),
    69: _program("a kernel asked for a class that does not exist", "RESTART_APP"),
    74: Xid("a fault of a link to another device", "NVLINK", "CONTACT_SUPPORT"),
    78: Xid("a virtual device could not start", "UPDATE_SWFW", "UPDATE_SWFW"),
    79: Xid("the device is gone from the bus", "RESTART_BM", "CONTACT_SUPPORT"),
    80: _program("commands arrived damaged at the device", "RESTART_APP"),
    92: Xid("many errors of memory were corrected", "IGNORE", "CONTACT_SUPPORT", "advice"),
    93: Xid("the store of settings is written too often", "IGNORE", "CONTACT_SUPPORT", "advice"),
    94: Xid("an error of memory that hit one program", "RESTART_APP", "IGNORE"),
    95: Xid("an error of memory that may hit all programs", "RESET_GPU", "IGNORE"),
    106: Xid("a test message", "IGNORE", "IGNORE", "noise"),
    107: Xid("a test message", "IGNORE", "IGNORE", "noise"),
    108: Xid("a link named an address that does not exist", "IGNORE", "FOLLOW_OTHER"),
    109: Xid("switching between programs took too long", "RESET_GPU", "CONTACT_SUPPORT"),
    110: Xid("a security fault", "RESET_GPU", "INVESTIGATE_SW"),
    119: Xid("the system processor of the device does not answer", "RESET_GPU", "INVESTIGATE_SW"),
    120: Xid("the system processor of the device failed", "RESET_GPU", "INVESTIGATE_SW"),
    121: Xid("a fault of the link to the host processor", "IGNORE", "CONTACT_SUPPORT"),
    136: Xid("a link could not be trained", "RESET_GPU", "INVESTIGATE_LINK"),
    137: Xid("a fault of a link, after one elsewhere", "IGNORE", "FOLLOW_OTHER", "consequence"),
    139: Xid("a fault of an optical-flow engine", "RESTART_APP", "CONTACT_SUPPORT"),
    140: Xid("an error of memory that cannot be corrected", "RESET_GPU", "CONTACT_SUPPORT"),
    141: Xid("a fault in the fast path of commands", "IGNORE", "CONTACT_SUPPORT"),
    142: Xid("a fault of a video engine", "CONTACT_SUPPORT", "CONTACT_SUPPORT"),
    143: Xid("the device could not start", "RESET_GPU", "CONTACT_SUPPORT"),
    **dict.fromkeys(range(144, 151), Xid("a fault of a link", "NVLINK", "CONTACT_SUPPORT")),
    151: Xid("encryption keys could not be renewed", "RESTART_VM", "CONTACT_SUPPORT"),
    154: Xid("the driver names the recovery", "RECOVERY", "FOLLOW_OTHER", "advice"),
    155: Xid("a link was taken down", "RESET_GPU", "INVESTIGATE_SW"),
    156: Xid("a damaged part was retired", "RESET_GPU", "IGNORE"),
    157: Xid("a damaged part could not be retired", "IGNORE", "CONTACT_SUPPORT"),
    158: Xid("the device did not answer for too long", "RESET_GPU", "CONTACT_SUPPORT"),
    160: Xid("a channel of the device was retired", "IGNORE", "INVESTIGATE_SW", "advice"),
    161: Xid("a channel of the device could not be retired", "IGNORE", "INVESTIGATE_SW"),
}


def number_of(line: str) -> int:
    """Return the number of the fault that a line reports; 0 without one."""
    match = NUMBER.search(line)
    return int(match[1]) if match else 0
