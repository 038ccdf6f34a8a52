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
    ordered = sorted(entries, key=lambda entry: entry.slug)
    return Bank(tuple(with_telling_words(ordered)))


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
        item = _item(key, bank, (*kinds[turn:], *kinds[:turn]), rng)
        if item:
            asked += 1
            yield item


def _item(key: Entry, bank: Bank, kinds: Sequence[str], rng: random.Random) -> QuizItem | None:
    """Ask for the entry by the first of the kinds that can."""
    for kind in kinds:
        question = KIND_OF[kind].make(key, bank, rng)
        if question:
            return QuizItem(kind, key.slug, question)
    return None


def with_telling_words(entries: Sequence[Entry]) -> list[Entry]:
    texts = [f"{entry.summary} {entry.definition}" for entry in entries]
    return [replace(entry, telling=telling_stems(entry.term, texts)) for entry in entries]
