"""Normal patterns of an answer as lines for a terminal."""

from __future__ import annotations

from diagnostics_api.service.library import Library
from diagnostics_api.service.wording import first_boundary, to_be_sure
from diagnostics_api.terminal.wrapped import Lines, wrapped
from engine.report import NormalPage, Report

TITLE = "Looks wrong, is fine"


def normal_lines(
    report: Report,
    library: Library,
) -> Lines:
    """Yield each normal page: what was looked at, how to make sure, where normal ends."""
    if report.verdict not in {"healthy", "normal"} or not report.normal:
        return
    yield ""
    yield TITLE
    for page in report.normal:
        yield from _page(page, library)


def _page(
    page: NormalPage,
    library: Library,
) -> Lines:
    entry = library.entries[page.failure_mode]
    yield from wrapped(f"{entry.term} ({entry.slug})", "  * ")
    for clause in page.said:
        yield from wrapped(f'you say: "{clause}"', "      ")
    if page.looked_at:
        yield from wrapped(page.looked_at, "      ")
    yield from wrapped(f"To be sure: {to_be_sure(entry)}", "      ")
    boundary = page.boundary or first_boundary(entry)
    if boundary:
        yield from wrapped(f"Boundary: {boundary}", "      ")
