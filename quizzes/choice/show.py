"""Show a choice: open with its options alone, solved with the key and all explanations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.kind import Answer, Body, Solutions
from quizzes.records import Question


@dataclass(frozen=True)
class OpenOption:
    id: str
    text: str
    number: int
    is_chosen: bool


@dataclass(frozen=True)
class OpenChoice:
    shown: Sequence[str]
    options: Sequence[OpenOption]


@dataclass(frozen=True)
class SolvedOption:
    text: str
    is_key: bool
    is_chosen: bool
    why: str
    entry: str  # slug, or "" when the entry is no longer published
    solution: str = ""  # of the entry, for the key and the choice


@dataclass(frozen=True)
class SolvedChoice:
    shown: Sequence[str]
    options: Sequence[SolvedOption]


def show_open(body: Body, answer: Answer | None) -> OpenChoice:
    chosen = _chosen(answer)
    options = []
    for number, given in enumerate(body["options"], start=1):
        option = OpenOption(
            id=given["id"],
            text=given["text"],
            number=number,
            is_chosen=given["id"] == chosen,
        )
        options.append(option)
    return OpenChoice(body["shown"], options)


def show_solved(question: Question, answer: Answer | None, published: Solutions) -> SolvedChoice:
    chosen = _chosen(answer)
    texts = {option["id"]: option["text"] for option in question.body["options"]}
    options = []
    for name, text in texts.items():
        entry = question.scoring["entries"][name]
        is_key = name == question.scoring["key"]
        solution = ""
        if is_key:
            solution = published.get(entry, "")
        option = SolvedOption(
            text=text,
            is_key=is_key,
            is_chosen=name == chosen,
            why=question.scoring["why"][name],
            entry=_linked(entry, published),
            solution=solution,
        )
        options.append(option)
    return SolvedChoice(question.body["shown"], options)


def _linked(entry: str, published: Solutions) -> str:
    if entry not in published:
        return ""
    return entry


def _chosen(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return str(answer["option"])
