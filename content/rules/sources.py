"""Check that the bounds of detectors cite sources that exist, and that each source is cited."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from content import schema
from content.problems import Problem, Problems
from content.tree import Tree
from engine.observe import DETECTORS
from engine.observe.bands import Citation, citations

PUBLISHED = ("paper", "documentation", "software")


def published_sources_have_links(tree: Tree) -> Problems:
    for record in tree.sources:
        source = record.value
        is_published = source.kind in PUBLISHED
        if is_published and not source.url:
            message = f"a source of kind {source.kind} needs a url"
            yield record.problem(
                message,
                "kind",
            )
        if source.url and not is_published:
            message = f"a source of kind {source.kind} has no url"
            yield record.problem(
                message,
                "url",
            )


def cited_sources_exist(tree: Tree) -> Problems:
    """Name the line of each detector that cites what is not in the table of sources."""
    known = tree.slugs(schema.Source)
    for citation in citations():
        if citation.source not in known:
            path, line = _place(citation)
            message = f"cites {citation.source}, which is not in sources.yaml"
            yield Problem(
                path,
                line,
                message,
            )


def sources_are_cited(tree: Tree) -> Problems:
    cited = {citation.source for citation in citations()}
    for record in tree.sources:
        slug = record.value.slug
        if slug not in cited:
            message = f"no detector cites {slug}"
            yield record.problem(
                message,
                "slug",
            )


def _place(citation: Citation) -> tuple[str, int]:
    """Return path and line of the citation; line 1 where shared code cites it for the detector."""
    modules = {detector.symptom: detector.module for detector in DETECTORS}
    name = modules[citation.symptom]
    file = import_module(name).__file__
    path = name.replace(".", "/") + ".py"
    lines = Path(str(file)).read_text(encoding="utf-8").splitlines()
    quoted = f'"{citation.source}"'
    for number, line in enumerate(lines, 1):
        if quoted in line:
            return path, number
    return path, 1
