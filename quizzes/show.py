"""What a person gets to see of an attempt. Before submission only `open_question` speaks, and it
knows no answers.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from quizzes.attempts import chosen, revision_of
from quizzes.models import AttemptItem


@dataclass(frozen=True)
class OpenOption:
    id: str
    text: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class OpenQuestion:
    item: str
    position: int
    stem: str
    shown: Sequence[str]
    options: Sequence[OpenOption]
    revision: int


@dataclass(frozen=True)
class Step:
    """A place in the row of questions above the page."""

    position: int
    is_answered: bool
    is_now: bool


@dataclass(frozen=True)
class ShownOption:
    text: str
    is_key: bool
    is_chosen: bool
    why: str
    entry: str  # slug, or nothing when the entry is no more


@dataclass(frozen=True)
class ShownQuestion:
    position: int
    stem: str
    shown: Sequence[str]
    options: Sequence[ShownOption]
    is_right: bool
    is_answered: bool


def open_question(item: AttemptItem, preferred: str = "") -> OpenQuestion:
    """`preferred` is a choice that was not stored, kept for the person to decide."""
    choice = preferred or chosen(item)
    options = [
        OpenOption(option["id"], option["text"], number, option["id"] == choice)
        for number, option in enumerate(item.body["options"], start=1)
    ]
    return OpenQuestion(
        str(item.uuid),
        item.position,
        item.body["stem"],
        item.body["shown"],
        options,
        revision_of(item),
    )


def steps(items: Sequence[AttemptItem], now: int = 0) -> list[Step]:
    return [Step(item.position, chosen(item) is not None, item.position == now) for item in items]


def option_text(item: AttemptItem, option: str) -> str:
    return next((str(known["text"]) for known in item.body["options"] if known["id"] == option), "")


def solved_question(item: AttemptItem, known_entries: Container[str]) -> ShownQuestion:
    """Everything about an item of a submitted attempt."""
    key, choice, scoring = item.scoring["key"], chosen(item), item.scoring
    options = [
        ShownOption(
            text=option["text"],
            is_key=option["id"] == key,
            is_chosen=option["id"] == choice,
            why=scoring["why"][option["id"]],
            entry=slug if (slug := scoring["entries"][option["id"]]) in known_entries else "",
        )
        for option in item.body["options"]
    ]
    return ShownQuestion(
        item.position, item.body["stem"], item.body["shown"], options, choice == key, bool(choice)
    )
