"""Recorded runs of the book, read as a person's file would be."""

from __future__ import annotations

from functools import cache

from content.content import HashedContent
from content.to_knowledge import knowledge_of
from engine.knowledge import Knowledge
from engine.observe import observe
from engine.observe.normal import NormalPattern, read_normal
from engine.observe.normal.weighed import weighed
from engine.read import Inputs, NamedFile, read_case
from engine.run import Case
from tests.engine.content import FIXTURES, hashed_content

FOLDER = FIXTURES / "specimens"


@cache
def book() -> Knowledge:
    """Return the knowledge of the book without its model of words."""
    read: HashedContent = hashed_content()
    return knowledge_of(read.content, read.hash)


def recorded(slug: str, quality: str) -> Case:
    """Return the run of a specimen; quality is good or bad."""
    path = FOLDER / slug / f"{quality}.jsonl"
    file = NamedFile(path.name, path.read_bytes())
    return read_case(Inputs(files=(file,)), book())


@cache
def readings(slug: str, quality: str) -> dict[str, NormalPattern]:
    """Return the readings of all normal pages on a specimen, by page."""
    return {each.slug: each for each in read_normal(recorded(slug, quality))}


@cache
def weighed_readings(slug: str, quality: str) -> dict[str, NormalPattern]:
    """Return the same, weighed against all signs of the run."""
    patterns = readings(slug, quality).values()
    if all(each.state != "holds" for each in patterns):
        return readings(slug, quality)
    observations = observe(recorded(slug, quality), book())
    return {each.slug: each for each in weighed(patterns, observations, book())}
