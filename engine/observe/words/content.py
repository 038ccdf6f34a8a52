"""Words that carry the subject of a clause, the direction that it speaks of, and its two sides."""

from __future__ import annotations

from engine.words_model.features import tokens
from engine.words_model.vocabulary import NEGATIONS

# Stems that any clause may have, whatever it is about.
_GENERIC = frozenset(
    (  # noqa: SIM905  # a list of quoted words would only be longer
        "about actual after again against all also alway ani anyon anyth around b back bad "
        "becaus befor between bit both but came caus come d do done down dure each end even "
        "ever everi everyon everyth explain f few find fine first found get give go goe good "
        "got happen if instead into issu it it' just k keep kept know last less let like look "
        "lot m make mani may mean might more most much n near need never no normal not noth "
        "noth' now off ok one one' only onto other out over part per problem put question "
        "quit re realli reason right s same say second see seem seen since someon someth "
        "still sure t take than them then thing think third through too took tri try two "
        "understand until up use ve veri want way when whi while without work x y yet "
    ).split()
)
_RISING = frozenset(
    {
        "abov", "above", "bigger", "climb", "greater", "grew", "grow", "higher", "increas",
        "larger", "rise", "rises", "rose", "up",
    }
)  # fmt: skip
_FALLING = frozenset(
    {
        "below", "declin", "decreas", "down", "drop", "fall", "fell", "less", "lower", "shrink",
        "smaller",
    }
)  # fmt: skip
THAN = "than"

Sides = tuple[frozenset[str], frozenset[str]]


def is_content(stem: str) -> bool:
    """Return whether a stem tells what a clause is about; classes of numbers do not."""
    return not (
        stem.startswith("<") or stem in _GENERIC or stem in NEGATIONS or stem.endswith("n't")
    )


def direction(text: str) -> int:
    """Return 1 for a text that speaks of rising alone, -1 of falling alone, 0 of both or none."""
    stems = set(tokens(text))
    rises = bool(stems & _RISING)
    falls = bool(stems & _FALLING)
    return int(rises) - int(falls)


def sides(text: str) -> Sides | None:
    """Return what is compared, in front of `than` and behind it; None without a comparison."""
    stems = tokens(text)
    if THAN not in stems:
        return None
    place = stems.index(THAN)
    before = frozenset(filter(is_content, stems[:place]))
    behind = frozenset(filter(is_content, stems[place + 1 :]))
    moving = _RISING | _FALLING
    return before - moving, behind - moving


def are_exchanged(
    own: Sides,
    other: Sides,
) -> bool:
    """Return whether what one text has in front of `than` the other has behind it."""
    straight = len(own[0] & other[0]) + len(own[1] & other[1])
    crossed = len(own[0] & other[1]) + len(own[1] & other[0])
    return crossed > straight
