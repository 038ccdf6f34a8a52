"""What the page says about each set of labeled items: whence it comes, and who labeled it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.answered import Answered
from content.accuracy import ItemSet


@dataclass(frozen=True, slots=True)
class Described:
    """A set as the page names it. files: paths in the repository."""

    title: str
    about: str
    files: tuple[str, ...] = ()


FRESH = "benchmarks/data/reports_fresh.jsonl"
RUNS = "benchmarks/data/runs"
SILENT = "benchmarks/data/silent.jsonl"

# The sets that the page shows. Those of item_sets.py that are left out depend on the machine.
DESCRIBED: Mapping[str, Described] = {
    "fresh": Described(
        "Fresh reports",
        "Public reports of users, restated, each with its source and a log of the shape that was "
        "pasted. Labeled by us from what their threads found out, with every other answer that an "
        "expert would accept. Collected after the engine was built; it has been read since.",
        (FRESH,),
    ),
    "pairs": Described(
        "Restated",
        "The fresh reports in other words, written without looking at the answers. The same facts "
        "should give the same answer.",
        ("benchmarks/data/reports_restated.jsonl", FRESH),
    ),
    "reports": Described(
        "Reports",
        "Public reports of users, restated, each with its source. Words alone. Labeled by us from "
        "what their threads found out. The engine was built with them in view.",
        ("benchmarks/data/reports.jsonl",),
    ),
    "runs": Described(
        "Recorded runs",
        "Small PyTorch runs with one injected fault, or healthy ones, with all curves and settings "
        "that were recorded. The fault is the label; a run was kept only if the fault showed: its "
        "twin without it did clearly better, or its intended signature is there. The detectors "
        "were written with them in view: read the figures as optimistic.",
        (RUNS,),
    ),
    "losses": Described(
        "Losses only",
        "The same runs with nothing but their training and validation losses.",
        (RUNS,),
    ),
    "logs": Described(
        "Raw logs",
        "Some of the runs as the files that eight common tools write.",
        ("benchmarks/data/logs",),
    ),
    "silent": Described(
        "Nothing to report",
        "Greetings, questions, scripts, settings and other texts that report no failure, in "
        "several languages, by somebody who had not seen the rules. Every cause that is named is "
        "a false alarm.",
        (SILENT,),
    ),
    "silent-files": Described(
        "The same as files",
        "The texts that report no failure, each as a file under names with several endings.",
        (SILENT,),
    ),
}


def item_set(
    name: str,
    rows: Sequence[Answered],
    known: frozenset[str],
) -> ItemSet:
    """Count the items of a set. known: slugs of the entries that are ranked.

    Raises KeyError for a set that is not described.
    """
    described = DESCRIBED[name]
    failing = [row for row in rows if not row.is_fine]
    return ItemSet(
        name=name,
        title=described.title,
        about=described.about,
        files=list(described.files),
        items=len(rows),
        failing=len(failing),
        covered=_covered(failing, known),
        fine=len(rows) - len(failing),
    )


def _covered(failing: Iterable[Answered], known: frozenset[str]) -> int:
    return sum(row.item.primary in known for row in failing)
