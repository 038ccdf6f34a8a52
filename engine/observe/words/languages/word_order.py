"""Words in the order of English: what a negation denies, and what a comparison compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from engine.observe.words.languages.understood import Piece

NEGATIONS = frozenset(
    {
        "not",
        "never",
        "no longer",
        "hardly",
        "still not",
    }
)
_VERBS = frozenset(
    {
        "rises",
        "decreases",
        "drops",
        "changes",
        "moves",
        "learns",
        "improves",
        "converges",
        "stops",
        "works",
        "detects",
        "matches",
        "reaches",
    }
)
_MARKS = frozenset(".,;:!?\n()")
# What follows a negation that denies the verb in front of it.
_BEHIND = frozenset(
    {
        "and",
        "but",
        "at",
        "on",
        "from",
        "to",
        "after",
        "above",
        "below",
        "although",
        "while",
        "with",
    }
)
LONGEST_CLAUSE = 120  # pieces
MOST_BETWEEN = 8  # pieces between a verb and its negation, and between the sides of a comparison
COMPARATIVES = {
    "high": "higher",
    "higher": "higher",
    "very high": "higher",
    "low": "lower",
    "lower": "lower",
    "very low": "lower",
    "large": "larger",
    "larger": "larger",
    "small": "smaller",
    "smaller": "smaller",
    "good": "better",
    "better": "better",
    "bad": "worse",
    "worse": "worse",
    "slow": "slower",
    "very slow": "slower",
    "slower": "slower",
    "fast": "faster",
    "faster": "faster",
    "many": "more",
    "few": "fewer",
}
_COMPARED = frozenset({*COMPARATIVES.values(), "less"})
THAN = "than"
_TIMES = frozenset({"after", "before"})
# Ends of what a Japanese clause speaks of, and of a condition.
_TOPICS = frozenset({"は", "が", "も", "では", "には", "ても", "しても", "でも", "にしても"})


def clauses_of(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces up to each mark; a clause without an end is cut."""
    clause: list[Piece] = []
    for piece in pieces:
        clause.append(piece)
        if _is_mark(piece) or len(clause) == LONGEST_CLAUSE:
            yield clause
            clause = []
    yield clause


def with_verbs_negated(pieces: Sequence[Piece]) -> list[Piece]:
    """Put a negation in front of the verb that it follows: `changes not` is `not changes`."""
    ordered: list[Piece] = []
    for place, piece in enumerate(pieces):
        verb = _denied_verb(ordered) if piece.english in NEGATIONS else None
        if verb is None or not _ends(pieces, place + 1):
            ordered.append(piece)
        else:
            ordered.insert(verb, piece)
    return ordered


def _ends(pieces: Sequence[Piece], place: int) -> bool:
    """Say whether nothing follows that a negation in front of it could deny."""
    following = next(
        (piece for piece in pieces[place:] if piece.english),
        None,
    )
    return following is None or _is_mark(following) or following.english in _BEHIND


def _denied_verb(before: Sequence[Piece]) -> int | None:
    """Return where the nearest verb of the clause stands, None where it is denied already."""
    for place in range(
        len(before) - 1,
        max(len(before) - MOST_BETWEEN, 0) - 1,
        -1,
    ):
        english = before[place].english
        if _is_mark(before[place]):
            return None
        if english in _VERBS:
            denied = place > 0 and before[place - 1].english in NEGATIONS
            return None if denied else place
    return None


def with_than(
    pieces: Sequence[Piece],
    text: str,
    words: frozenset[str],
) -> Iterator[Piece]:
    """Read these words as `than` where they stand behind a comparative of their clause."""
    compared = False
    for piece in pieces:
        if _is_mark(piece):
            compared = False
        elif piece.english.split(" ")[-1] in _COMPARED:
            compared = True
        elif THAN in piece.english.split():
            compared = False
        elif compared and text[piece.start : piece.end].lower() in words:
            compared = False
            yield Piece(THAN, piece.start, piece.end)
            continue
        yield piece


def with_comparison_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Put what is compared in front of `than`: Chinese `than b low` is `lower than b`."""
    ordered = list(pieces)
    for place, piece in enumerate(pieces):
        if piece.english != THAN:
            continue
        behind = comparative_behind(ordered, place)
        if behind is not None:
            ordered.insert(place, _comparative(ordered.pop(behind)))
    return ordered


def comparative_behind(pieces: Sequence[Piece], place: int) -> int | None:
    """Return where the adjective stands that a `than` in front of it compares."""
    last = min(place + 1 + MOST_BETWEEN, len(pieces))
    for behind in range(place + 1, last):
        english = pieces[behind].english
        if english in COMPARATIVES:
            return behind
        if _is_mark(pieces[behind]):
            return None
    return None


def with_times_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Put `after` and `before` in front of what they follow in a clause.

    `resume after` is `after resume`.

    What comes after something that is first, comes then.
    """
    ordered: list[Piece] = []
    for piece in pieces:
        said = {earlier.english for earlier in ordered} - {""}
        if piece.english not in _TIMES or not said or said & _TIMES:
            ordered.append(piece)
        elif piece.english == "after" and "first" in said:
            ordered.append(replace(piece, english="then"))
        else:
            ordered.insert(0, piece)
    return ordered


def with_sides_first(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Put a Japanese comparison of a clause between its sides.

    `a b than low` is `a lower than b`, and so is `b than a low`.
    """
    ordered = list(pieces)
    for place, piece in enumerate(ordered):
        if piece.english.split(" ")[-1:] == [THAN]:
            ordered = _between_sides(ordered, place, text)
    return ordered


def _between_sides(
    pieces: list[Piece],
    place: int,
    text: str,
) -> list[Piece]:
    than = pieces[place]
    rest = pieces[place + 1 :]
    if than.english == THAN:
        behind = comparative_behind(pieces, place)
        if behind is None:
            return pieces
        compared = _comparative(pieces[behind])
        than = Piece(
            f"{compared.english} {THAN}",
            than.start,
            compared.end,
            than.letters + compared.letters,
        )
        del rest[behind - place - 1]
    start = _opening(pieces[:place], text)
    side = pieces[start:place]
    if _names_something(pieces[:start]):
        return [*pieces[:start], than, *side, *rest]
    end = _closing(rest)
    return [*pieces[:start], *rest[:end], than, *side, *rest[end:]]


def _opening(before: Sequence[Piece], text: str) -> int:
    """Return where the side starts that a `than` ends, behind the topic or a mark."""
    for place in range(len(before) - 1, -1, -1):
        piece = before[place]
        written = text[piece.start : piece.end]
        if _is_mark(piece) or written in _TOPICS:
            return place + 1
    return 0


def _names_something(before: Sequence[Piece]) -> bool:
    """Say whether the clause names something before its topic ends."""
    for piece in reversed(before):
        if piece.english:
            return piece.english[0] not in _MARKS
    return False


def _closing(rest: Sequence[Piece]) -> int:
    for place, piece in enumerate(rest):
        if _is_mark(piece):
            return place
    return len(rest)


def _is_mark(piece: Piece) -> bool:
    """Say whether a piece is a mark that ends a clause."""
    return bool(piece.english) and piece.english[0] in _MARKS


def _comparative(piece: Piece) -> Piece:
    return Piece(
        COMPARATIVES[piece.english],
        piece.start,
        piece.end,
        piece.letters,
    )
