"""The device shows more memory than the tensors need, because freed blocks are kept."""

from __future__ import annotations

from engine.observe.curves.memory import memory_climbs
from engine.observe.measures.robust import ratio
from engine.observe.measures.series import curve, final_level
from engine.observe.normal.about import has_word
from engine.observe.normal.pattern import LEAST_POINTS, Boundary, NormalPattern, Page
from engine.observe.normal.signs import is_sign_seen
from engine.run import Case, Series

TIMES = 1.5  # reserved over allocated memory
ALLOCATED = "gpu_memory_mb"
RESERVED = ("reserved", "cached")
FAILED = ("out of memory", "outofmemory", "alloc_failed")

PAGE = Page(
    "reserved-gpu-memory",
    Boundary(
        "Reserved memory is more than 1.5 times allocated memory, and allocated memory after each "
        "step is level.",
        "memory-leak",
    ),
)
FAILS = Boundary("No allocation fails.", "memory-fragmentation")


def read(case: Case) -> NormalPattern:
    reserved = _reserved(case)
    allocated = curve(case, ALLOCATED)
    if reserved is None or allocated is None or len(allocated) < LEAST_POINTS:
        return PAGE.not_measured("Reserved and allocated memory are not both recorded.")
    kept, used = final_level(reserved.y), final_level(allocated.y)
    times = ratio(kept, used)
    text = f"{kept:.4g} are reserved and {used:.4g} allocated at the end ({times:.1f} times)."
    if times < TIMES:
        return PAGE.not_shown(text)
    if _fails(case):
        return PAGE.broken(text, reserved, FAILS)
    if is_sign_seen(memory_climbs, case):
        return PAGE.broken(text, allocated)
    return PAGE.holds(text, reserved)


def _reserved(case: Case) -> Series | None:
    for name in case.series:
        if has_word(name, RESERVED):
            return curve(case, name)
    return None


def _fails(case: Case) -> bool:
    return any(each in line.lower() for line in case.log for each in FAILED)
