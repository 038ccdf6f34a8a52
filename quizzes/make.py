"""Make a quiz from a bank. Pure: the same bank, kinds and seed give the same quiz."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quizzes.kinds import KIND_OF
from quizzes.records import Bank, Entry, QuizItem
from quizzes.words import telling_stems

LENGTH = 10
FEWEST_ENTRIES = 4


def make_quiz(
    bank: Bank,
    kinds: Sequence[str],
    seed: int,
    length: int = LENGTH,
) -> tuple[QuizItem, ...]:
    """Return at most `length` questions, no entry asked for twice. `kinds` are slugs."""
    if len(bank.entries) < FEWEST_ENTRIES:
        return ()
    rng = random.Random(seed)  # noqa: S311 (a quiz must be reproducible; the seed is never sent)
    items = _items(bank, kinds, rng)
    return tuple(itertools.islice(items, length))


def bank_of(entries: Iterable[Entry]) -> Bank:
    """Return a bank with the telling words of each entry, the same for any order of entries."""
    ordered = sorted(entries, key=_slug)
    prepared = with_telling_words(ordered)
    return Bank(tuple(prepared))


def _slug(entry: Entry) -> str:
    return entry.slug


def _items(
    bank: Bank,
    kinds: Sequence[str],
    rng: random.Random,
) -> Iterator[QuizItem]:
    """Yield one question for each entry that can be asked for. The kinds take turns."""
    keys = list(bank.entries)
    rng.shuffle(keys)
    asked = 0
    for key in keys:
        turn = asked % len(kinds)
        in_turn = (*kinds[turn:], *kinds[:turn])
        item = _item(key, bank, in_turn, rng)
        if item is not None:
            asked += 1
            yield item


def _item(
    key: Entry,
    bank: Bank,
    kinds: Sequence[str],
    rng: random.Random,
) -> QuizItem | None:
    """Ask for the entry by the first of the kinds that can; None when no kind can."""
    for slug in kinds:
        kind = KIND_OF[slug]
        question = kind.make(key, bank, rng)
        if question is not None:
            return QuizItem(slug, key.slug, question)
    return None


def with_telling_words(entries: Sequence[Entry]) -> list[Entry]:
    """Fill in `telling`, which depends on the texts of all entries."""
    texts = [f"{entry.summary} {entry.definition}" for entry in entries]
    prepared = []
    for entry in entries:
        telling = telling_stems(entry.term, texts)
        prepared.append(replace(entry, telling=telling))
    return prepared
