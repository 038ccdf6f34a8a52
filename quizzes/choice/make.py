"""Make a choice of one among several options: shuffled, with names that say nothing."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from quizzes.records import Question

FEWEST_WRONG_OPTIONS = 2
POINTS = 1


@dataclass(frozen=True, slots=True)
class Option:
    """`why` says after submission why it is right, or what would be seen if it were."""

    text: str
    entry: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before its options are shuffled and named. `shown` are the texts it is about."""

    prompt: str
    shown: tuple[str, ...]
    right: Option
    wrong: Sequence[Option]


def question_of(draft: Draft | None, rng: random.Random) -> Question | None:
    """Return nothing when too few wrong options are left or two options read the same.

    body: {shown: [text], options: [{id, text}]}
    scoring: {key: id, points, why: {id: text}, entries: {id: slug}}
    """
    if draft is None or len(draft.wrong) < FEWEST_WRONG_OPTIONS:
        return None
    options = [draft.right, *draft.wrong]
    if len({option.text for option in options}) < len(options):
        return None
    rng.shuffle(options)
    numbers = rng.sample(range(0x10000000, 0x100000000), len(options))
    names = [f"{number:08x}" for number in numbers]
    named = dict(zip(names, options, strict=True))
    return Question(
        prompt=draft.prompt,
        body={
            "shown": list(draft.shown),
            "options": [{"id": name, "text": option.text} for name, option in named.items()],
        },
        scoring={
            "key": names[options.index(draft.right)],
            "points": POINTS,
            "why": {name: option.why for name, option in named.items()},
            "entries": {name: option.entry for name, option in named.items()},
        },
    )
