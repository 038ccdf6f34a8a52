"""Messages that were recognized in a log, as lines for a terminal."""

from __future__ import annotations

from diagnostics_api.terminal.wrapped import Lines, wrapped
from engine.report import Report

TITLE = "Messages that were recognized"
MOST = 8


def messages_lines(report: Report) -> Lines:
    """Yield who waits for whom, the parameters without a gradient, and each message with its line,
    what it means and what to do now.
    """
    if report.hang is not None:
        yield ""
        yield from wrapped(report.hang.sentence, "")
        for command in report.hang.next_commands:
            yield from wrapped(command, "  $ ")
    if report.unused is not None:
        yield ""
        yield from wrapped(report.unused.sentence, "")
    if not report.messages:
        return
    yield ""
    yield TITLE
    for message in report.messages[:MOST]:
        yield from wrapped(f"line {message.line} ({message.role}): {message.text}", "  * ")
        yield from wrapped(message.meaning, "      ")
        if message.action:
            yield from wrapped(f"Now: {message.action}", "      ")
