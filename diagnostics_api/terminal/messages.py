"""Messages that were recognized in a log, and the roles of its lines, for a terminal."""

from __future__ import annotations

from diagnostics_api.service.answer import Answer
from diagnostics_api.service.line_roles import IN_WORDS, line_roles
from diagnostics_api.terminal.wrapped import Lines, wrapped
from engine.report import Report

ROLES_TITLE = "Lines of the log and their part in it"
TITLE = "Messages that were recognized"
MOST = 8
MOST_LINES = 12


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
        role = IN_WORDS[message.role]
        yield from wrapped(f"line {message.line} ({role}): {message.text}", "  * ")
        yield from wrapped(message.meaning, "      ")
        if message.action:
            yield from wrapped(f"Now: {message.action}", "      ")


def role_lines(answer: Answer) -> Lines:
    """Yield each recognized line with its role; nothing where one line was recognized."""
    roles = line_roles(answer)
    if len(roles) < 2:
        return
    yield ""
    yield ROLES_TITLE
    for each in roles[:MOST_LINES]:
        yield from wrapped(f"line {each.line}, {each.in_words}: {each.text}", "  * ")
    more = len(roles) - MOST_LINES
    if more > 0:
        yield f"  and {more} more lines"
