"""Names of quantities and of parts of the data among tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.observe.words.figures.names import (
    FIRST_WORDS,
    MOST_WORDS,
    QUANTITIES,
    SPLITS,
    Kind,
)
from engine.observe.words.figures.tokens import Token

NEAR = 5  # words behind a value in which its name may stand
_ON_SPLIT = frozenset(
    {
        "on",
        "in",
        "for",
        "the",
        "my",
        "our",
        "a",
        "same",
        "at",
        "of",
        "is",
        "was",
        "(",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity or a part of the data that stands at a place."""

    quantity: str
    kind: Kind
    split: str
    count: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Behind:
    """The names behind a value: `accuracy on the training set`."""

    quantity: str = ""
    kind: Kind = "other"
    split: str = ""
    count: int = 0
    end: int = 0
    words: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.quantity or self.split)


def name_at(
    read: Sequence[Token],
    place: int,
) -> Name | None:
    """Return the name that begins at a token, the longest of several."""
    if read[place].text not in FIRST_WORDS:
        return None
    for name, used in _spellings(read, place):
        start = read[place].start
        end = read[place + used - 1].end
        if name in QUANTITIES:
            quantity, kind = QUANTITIES[name]
            return Name(
                quantity,
                kind,
                "",
                used,
                start,
                end,
            )
        if name in SPLITS and not _is_mode(read, place + used):
            return Name(
                "",
                "other",
                SPLITS[name],
                used,
                start,
                end,
            )
    return None


def _is_mode(
    read: Sequence[Token],
    behind: int,
) -> bool:
    following = [token.text for token in read[behind : behind + 2]]
    return following[:1] == ["mode"] or following == ["(", ")"]


def _spellings(
    read: Sequence[Token],
    place: int,
) -> list[tuple[str, int]]:
    """Return the first words from a place on, joined, and how many tokens they take: four words,
    then three, two and one.
    """
    spelled = ""
    found: list[tuple[str, int]] = []
    for at in range(place, len(read)):
        token = read[at]
        if spelled and token.kind == "sign" and token.text in "-/":
            continue
        if token.kind != "word" and not (spelled and token.kind == "number"):
            break
        spelled = f"{spelled} {token.text}" if spelled else token.text
        found.append((spelled, at + 1 - place))
        if len(found) == MOST_WORDS:
            break
    found.reverse()
    return found


def names_behind(
    read: Sequence[Token],
    place: int,
) -> Behind:
    """Return the names right behind a value, with small words between them."""
    quantity, split = "", ""
    kind: Kind = "other"
    at = place + 1
    used, end = 0, 0
    words: list[str] = []
    while at < len(read) and len(words) < NEAR:
        named = name_at(read, at)
        if named is not None:
            if (named.quantity and quantity) or (named.split and split):
                break
            quantity = quantity or named.quantity
            kind = named.kind if named.quantity else kind
            split = split or named.split
            at += named.count
            used, end = at - place - 1, named.end
            continue
        if read[at].text not in _ON_SPLIT and not _tells_a_split_apart(read, at):
            break
        words.append(read[at].text)
        at += 1
    if _is_named_next(
        read,
        at,
        place,
    ):
        return Behind()
    return Behind(
        quantity,
        kind,
        split,
        used,
        end,
    )


def _tells_a_split_apart(
    read: Sequence[Token],
    at: int,
) -> bool:
    """Say whether a word stands between `on` or `the` and a part of the data: `on real test`."""
    around = read[at - 1 : at + 2]
    if len(around) < 3 or {token.kind for token in around} != {"word"}:
        return False
    if around[0].text not in _ON_SPLIT:
        return False
    named = name_at(read, at + 1)
    return named is not None and bool(named.split)


def _is_named_next(
    read: Sequence[Token],
    at: int,
    place: int,
) -> bool:
    """Say whether names behind a value have a value of their own: `0.9 val acc 0.6`."""
    return (
        at > place + 1
        and at < len(read)
        and (read[at].is_number or read[at].text in {"=", ":"})
        and read[at - 1].kind == "word"
    )


def is_in_name(read: Sequence[Token], place: int) -> bool:
    """Say whether a number is tied to the word in front of it: `cifar-100`."""
    in_front = read[max(place - 2, 0) : place]
    if [token.text for token in in_front[1:]] != ["-"]:
        return False
    word, hyphen = in_front
    is_tied = word.end == hyphen.start and hyphen.end == read[place].start
    return is_tied and word.kind == "word"
