"""Look up the names, aliases and error strings of entries in a text.

Compared stem by stem, so that plurals, hyphens and short forms do not matter. A name that its own
clause denies ("it is not overfitting") is no name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.words_model.features import Spelled, spelled_words
from engine.words_model.vocabulary import NEGATIONS

LEAST_LETTERS = 8  # of a name of one word: `label`, `dark` and `Miss` are rules of other tools
DENIED_WITHIN = 5  # words between a negation and the name that it denies

ENDS = frozenset(".;!?\n,")  # signs that end a clause

Stems = tuple[str, ...]
NOTHING: Mapping[Stems, list[Name]] = {}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is compared: its stems, and the slug of its entry."""

    stems: Stems
    slug: str

    def __len__(self) -> int:
        return len(self.stems)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: the entry, the name as its stems, and the words that spell it."""

    slug: str
    stems: Stems
    quoted: str


class NameIndex:
    """The names of all entries, by their first stem."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take (slug, name) pairs."""
        self._by_first: dict[str, dict[Stems, list[Name]]] = {}
        for slug, name in dict.fromkeys(names):
            stems = stems_of(name)
            if _is_telling(stems, name):
                known = Name(
                    stems,
                    slug,
                )
                alike = self._by_first.setdefault(
                    stems[0],
                    {},
                )
                names_of_stems = alike.setdefault(stems, [])
                names_of_stems.append(known)

    def found(self, text: str) -> list[Found]:
        """Return every name in the text that is not denied, in order."""
        spelled = spelled_words(text)
        found = []
        for start, name in self._at_places(spelled):
            first = spelled[start]
            last = spelled[start + len(name) - 1]
            before = spelled[max(start - DENIED_WITHIN, 0) : start]
            if _is_denied(text, before, first):
                continue
            quoted = text[first.start : last.end]
            found.append(Found(name.slug, name.stems, quoted))
        return found

    def _at_places(
        self,
        spelled: Sequence[Spelled],
    ) -> Iterator[tuple[int, Name]]:
        """Yield the place of the first word of each name, with the name."""
        tokens = tuple(word.token for word in spelled)
        for start, token in enumerate(tokens):
            alike = self._by_first.get(
                token,
                NOTHING,
            )
            for stems, known in alike.items():
                end = start + len(stems)
                if tokens[start:end] != stems:
                    continue
                for name in known:
                    yield start, name


def stems_of(name: str) -> Stems:
    """Return a name as it is compared."""
    return tuple(word.token for word in spelled_words(name))


def longest_names(found: Iterable[Found]) -> dict[str, Found]:
    """Return the longest name of each entry, the first of several, in the order of the text."""
    longest: dict[str, Found] = {}
    for name in found:
        best = longest.setdefault(
            name.slug,
            name,
        )
        if len(name.stems) > len(best.stems):
            longest[name.slug] = name
    return longest


def _is_telling(stems: Stems, name: str) -> bool:
    """Say whether a name is enough to know the entry; numbers in it do not count."""
    spelled = [stem for stem in stems if not stem.startswith("<")]
    if len(spelled) == 1:
        is_alone = len(stems) == 1
        return is_alone and len(name) >= LEAST_LETTERS
    return len(spelled) > 1


def _is_denied(
    text: str,
    before: Sequence[Spelled],
    first: Spelled,
) -> bool:
    """Say whether a negation stands before the first word of a name, in its clause.

    before: the few words before it, in their order.
    """
    for word in reversed(before):
        between = text[word.end : first.start]
        if not ENDS.isdisjoint(between):
            return False
        if _is_negation(word.word):
            return True
    return False


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")
