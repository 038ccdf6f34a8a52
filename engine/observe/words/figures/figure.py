"""What is stated of one quantity: the records that readings of figures share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from engine.evidence import Observation, State
from engine.observe.words.figures.names import ABBREVIATED, SHARES, Kind
from engine.observe.words.languages.understood import Understood
from engine.scales import is_seen

SOURCE = "description.numbers"
Span = tuple[int, int]
LARGEST_SCORE = 100.0
SAID = 0.5  # strength from which a bound is reported; a value within it is no news


@dataclass(frozen=True, slots=True)
class Figure:
    """Values of a quantity on a part of the data, in the order in which they are stated.

    quantity: its name, empty where none is given. split: empty where none is given.
    words: those between the name and the value, and the few behind it.
    """

    quantity: str
    kind: Kind
    split: str
    values: tuple[float, ...]
    percent: bool
    start: int
    end: int
    words: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        return self.start, self.end

    @property
    def last(self) -> float:
        return self.values[-1]

    def share(self, value: float) -> float | None:
        """Return a score as a share: 99 %, 99 and 0.99 are the same; above 100 it is no score."""
        if self.percent or abs(value) > 1:
            value /= LARGEST_SCORE
        return value if value <= 1 else None

    @property
    def last_share(self) -> float | None:
        return self.share(self.last)


@dataclass(frozen=True, slots=True)
class Stated:
    """A symptom that follows from figures, and the places of the text that say so.

    text: the sentence on it. quoted: the place whose words are the evidence instead.
    """

    symptom: str
    strength: float
    text: str
    spans: tuple[Span, ...]
    quoted: Span | None = None

    def observation(self, said: Understood) -> Observation:
        """Return the observation; `said` is the description that the figures are from."""
        state: State = "seen" if is_seen(self.strength) else "absent"
        text = self.text
        if self.quoted is not None:
            text = f'you say: "{said.quote(*self.quoted)}"'
        return Observation(self.symptom, state, float(self.strength), "numbers", SOURCE, text)


def of_kind(figures: Iterable[Figure], *kinds: Kind) -> list[Figure]:
    return [figure for figure in figures if figure.kind in kinds]


def on_split(figures: Iterable[Figure], *splits: str) -> Figure | None:
    """Return the first figure of one of these parts of the data."""
    return next((figure for figure in figures if figure.split in splits), None)


def written(figure: Figure, value: float) -> str:
    """Return a value as it is shown: a share in percent, anything else as it is stated."""
    share = figure.share(value)
    is_share = figure.quantity in SHARES or figure.percent
    if is_share and share is not None:
        return f"{share:.1%}"
    return f"{value:g}"


def titled(figure: Figure) -> str:
    """Return the name of the quantity as people write it."""
    name = figure.quantity or "score"
    return name.upper() if name in ABBREVIATED else name


def reported(
    figure: Figure,
    symptom: str,
    strength: float,
) -> Iterator[Stated]:
    if strength >= SAID:
        split = f"{figure.split} " if figure.split else ""
        text = f"You state a {split}{titled(figure)} of {written(figure, figure.last)}."
        yield Stated(
            symptom,
            strength,
            text,
            (figure.span,),
        )
