"""Which line of a log is the first cause, and which ones follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostics_api.service.answer import Answer
from engine.observe.log.hits import trimmed
from engine.observe.log.messages import Messages
from engine.observe.log.tables.row import Role

MOST_LINES = 200
IN_WORDS: dict[Role, str] = {
    "root": "first cause",
    "consequence": "follows from it",
    "teardown": "shutting down",
    "advice": "advice",
    "noise": "of no meaning",
}


@dataclass(frozen=True, slots=True)
class LineRole:
    """A line of the log that was recognized. line: from 1, among those that were kept."""

    line: int
    role: Role
    text: str

    @property
    def in_words(self) -> str:
        return IN_WORDS[self.role]


def line_roles(answer: Answer) -> tuple[LineRole, ...]:
    """Return the role of each recognized line in the order of the log, at most the first 200."""
    lines = _lines(answer)
    roles = Messages(recognized=answer.report.messages).roles()
    known = [number for number in sorted(roles) if number <= len(lines)]
    return tuple(
        LineRole(number, roles[number], trimmed(lines[number - 1])) for number in known[:MOST_LINES]
    )


def _lines(answer: Answer) -> Sequence[str]:
    """Return the lines that the messages number: of the log, or of words that quote one."""
    log = answer.case.log
    messages = answer.report.messages
    if messages and _is_in(log, messages[0].line, messages[0].text):
        return log
    return answer.case.description.splitlines()


def _is_in(lines: Sequence[str], number: int, text: str) -> bool:
    """Say whether the line of a number holds a text, which is quoted with single spaces."""
    if number > len(lines):
        return False
    line = " ".join(lines[number - 1].split())
    return text.removeprefix("...") in line
