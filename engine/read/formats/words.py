"""Words of a person: a report or a question that was saved as a file or pasted as a log."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.log.mixed import read_log
from engine.read.prose import Prose, prose_in
from engine.read.source import Format, Source

MAX_SIZE = 1_000_000  # characters; nobody writes a longer text about a run
NAME = "words"
_MEMO = "prose"
_SUFFIXES = (
    ".yaml", ".yml", ".toml", ".ini", ".cfg", ".conf", ".env", ".gin", ".properties", ".sh",
    ".py", ".pyw", ".csv", ".tsv", ".json", ".jsonl", ".html", ".xml",
)  # fmt: skip


def prose_of_source(source: Source) -> Prose:
    """Part a source into words and output once for all who ask; see `prose_in`."""
    found = source.memo.get(_MEMO)
    if not isinstance(found, Prose):
        found = _prose(source)
        source.memo[_MEMO] = found
    return found


def _prose(source: Source) -> Prose:
    if source.name.lower().endswith(_SUFFIXES) or len(source.text) > MAX_SIZE:
        return Prose("log")
    return prose_in(source.text)


def sniff(source: Source) -> bool:
    """Say whether a text is words and holds no curve: a line of a log may be made of words."""
    if prose_of_source(source).kind != NAME:
        return False
    return not any(len(curve) > 1 for curve in read_log(source).reading.curves)


def read(source: Source) -> Reading:
    return Reading(words=prose_of_source(source).words)


FORMAT = Format(
    name=NAME,
    label="words",
    sniff=sniff,
    read=read,
)
