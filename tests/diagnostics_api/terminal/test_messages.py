from dataclasses import replace

from diagnostics_api.service.line_roles import LineRole
from diagnostics_api.terminal.messages import (
    MOST,
    MOST_LINES,
    ROLES_TITLE,
    TITLE,
    messages_lines,
    role_lines,
)
from engine.observe.log.hangs import Hang
from engine.observe.log.messages import Message
from engine.observe.log.unused_parameters import UnusedParameters
from engine.report import Report

MESSAGE = Message("disk", 3, "No space\x1b[0m", "the disk is full", "Free it.", "root", "failure")
REPORT = Report("environment", (), (), (), (), (), {}, messages=(MESSAGE,))


def test_a_message_is_listed_with_its_meaning_and_what_to_do():
    assert list(messages_lines(REPORT)) == [
        "",
        TITLE,
        "  * line 3 (first cause): No space [0m",
        "      the disk is full",
        "      Now: Free it.",
    ]


def test_a_message_without_an_action_has_no_such_line():
    silent = replace(REPORT, messages=(replace(MESSAGE, action=""),))

    assert not any("Now:" in line for line in messages_lines(silent))


def test_a_bounded_number_of_messages_is_listed():
    many = replace(REPORT, messages=(MESSAGE,) * 50)

    assert sum("line 3" in line for line in messages_lines(many)) == MOST


def test_without_messages_nothing_is_listed():
    assert list(messages_lines(replace(REPORT, messages=()))) == []


def test_who_waits_for_whom_and_what_has_no_gradient_come_first():
    hang = Hang(("3",), "ALLREDUCE", "600 s", "Rank 3 is behind.", ("py-spy dump",))
    unused = UnusedParameters("0", (1,), ("head",), "head got no gradient.")

    printed = list(messages_lines(replace(REPORT, hang=hang, unused=unused)))

    assert printed[:5] == ["", "Rank 3 is behind.", "  $ py-spy dump", "", "head got no gradient."]


def test_lines_and_their_roles_are_listed_where_there_are_several(monkeypatch):
    lines = [LineRole(number, "advice", "slow\x1b[0m") for number in range(1, MOST_LINES + 3)]
    monkeypatch.setattr("diagnostics_api.terminal.messages.line_roles", lambda answer: lines)

    printed = list(role_lines(None))

    assert printed[:3] == ["", ROLES_TITLE, "  * line 1, advice: slow [0m"]
    assert printed[-1] == "  and 2 more lines"


def test_one_line_needs_no_list_of_roles(monkeypatch):
    lines = [LineRole(1, "root", "boom")]
    monkeypatch.setattr("diagnostics_api.terminal.messages.line_roles", lambda answer: lines)

    assert list(role_lines(None)) == []
