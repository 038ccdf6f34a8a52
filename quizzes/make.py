"""Questions made from the entries. Pure: the same entries, kinds and seed give the same quiz. No
Django.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizzes import explain
from quizzes.evidence import MARGIN, closeness, explains_all, share_explained, strongest, support
from quizzes.records import Entry, Kind, Option, Question, Remedy, Sign
from quizzes.words import alike, names, plain_sentences, stems, telling_stems

LENGTH = 10
MOST_DISTRACTORS = 3
FEWEST_DISTRACTORS = 2
FEWEST_ENTRIES = 4
SHORTEST_DEFINITION = 60  # characters; what is shorter does not tell enough
SHOWN_SYMPTOMS = 3
CANDIDATE_SYMPTOMS = 6
SAME_FIX = 0.5  # share of words from which on two fixes are taken to be one


@dataclass(frozen=True, slots=True)
class Choice:
    text: str
    entry: str
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before its options are shuffled and named."""

    kind: Kind
    stem: str
    shown: tuple[str, ...]
    right: Choice
    wrong: Sequence[Choice]


Maker = Callable[[Entry, Sequence[Entry], random.Random], Draft | None]


def make_quiz(
    entries: Sequence[Entry], kinds: Sequence[Kind], seed: int, length: int = LENGTH
) -> tuple[Question, ...]:
    """At most `length` questions, no entry asked for twice. Fewer when the entries do not allow
    more.
    """
    if len(entries) < FEWEST_ENTRIES:
        return ()
    rng = random.Random(seed)  # noqa: S311 (a quiz must be reproducible; the seed is never sent)
    ordered = with_telling_words(sorted(entries, key=lambda entry: entry.slug))
    rng.shuffle(ordered)
    return tuple(itertools.islice(_questions(ordered, kinds, rng), length))


def _questions(
    entries: Sequence[Entry], kinds: Sequence[Kind], rng: random.Random
) -> Iterator[Question]:
    """The kinds take turns; an entry that a kind cannot ask for is tried with the next one."""
    asked = 0
    for key in entries:
        turn = asked % len(kinds)
        for kind in (*kinds[turn:], *kinds[:turn]):
            others = [entry for entry in entries if entry.slug != key.slug]
            draft = MAKERS[kind](key, others, rng)
            question = _question(draft, rng) if draft else None
            if question:
                asked += 1
                yield question
                break


def by_definition(key: Entry, others: Sequence[Entry], rng: random.Random) -> Draft | None:
    text = definition_without_names(key)
    if not text:
        return None
    wrong = [
        other
        for other in others
        if other.slug not in key.relatives and not names(text, other.all_names)
    ]
    return Draft(
        "definition-to-term",
        "Which failure is this?",
        (text,),
        Choice(key.term, key.slug, explain.key_by_definition(key, text)),
        [
            Choice(other.term, other.slug, explain.other_term(key, other))
            for other in closest(key, wrong, rng)
        ],
    )


def definition_without_names(key: Entry) -> str:
    """The first two sentences of the definition if they do not tell the name, else the summary,
    else any two.
    """
    sentences = plain_sentences(key.definition)
    opening = " ".join(sentences[:2])
    rest = " ".join([sentence for sentence in sentences if not tells_name(sentence, key)][:2])
    for text in (opening, key.summary, rest):
        if len(text) >= SHORTEST_DEFINITION and not tells_name(text, key):
            return text
    return ""


def tells_name(text: str, key: Entry) -> bool:
    return names(text, key.all_names) or not key.telling.isdisjoint(stems(text))


def with_telling_words(entries: Sequence[Entry]) -> list[Entry]:
    texts = [f"{entry.summary} {entry.definition}" for entry in entries]
    return [replace(entry, telling=telling_stems(entry.term, texts)) for entry in entries]


def by_symptoms(key: Entry, others: Sequence[Entry], rng: random.Random) -> Draft | None:
    unnamed = [
        sign
        for sign in key.signs
        if sign.frequency > 1 and not names(sign.statement, key.all_names)
    ]
    candidates = strongest(unnamed, CANDIDATE_SYMPTOMS)
    trios = [
        trio
        for trio in itertools.combinations(candidates, SHOWN_SYMPTOMS)
        if can_be_seen_together(trio)
    ]
    if not trios:
        return None
    rng.shuffle(trios)
    sure = {
        shown: [other for other in others if is_surely_wrong(key, other, shown)] for shown in trios
    }
    shown = max(trios, key=lambda trio: min(len(sure[trio]), MOST_DISTRACTORS))
    near = closest(key, sure[shown], rng, shown)
    return Draft(
        "symptoms-to-term",
        "A run shows all of this. Which failure explains it best?",
        tuple(sign.statement for sign in shown),
        Choice(key.term, key.slug, explain.key_by_symptoms(key, shown)),
        [Choice(other.term, other.slug, explain.other_term(key, other, shown)) for other in near],
    )


def can_be_seen_together(shown: Sequence[Sign]) -> bool:
    facets = [sign.facet for sign in shown if sign.facet]
    return len(facets) == len(set(facets))


def is_surely_wrong(key: Entry, other: Entry, shown: Sequence[Sign]) -> bool:
    """It leaves something unexplained, what is shown speaks clearly for the key, and nothing shown
    names it.
    """
    if other.slug in key.relatives or explains_all(other, shown):
        return False
    if any(names(sign.statement, other.all_names) for sign in shown):
        return False
    return support(key, shown) - support(other, shown) >= MARGIN


def by_fix(key: Entry, others: Sequence[Entry], rng: random.Random) -> Draft | None:
    remedies = [remedy for remedy in roots(key) if not names(remedy.title, key.all_names)]
    if not remedies:
        return None
    right = rng.choice(remedies)
    wrong = {other.slug: fixes for other in others if (fixes := fixes_that_do_not_help(key, other))}
    near = closest(key, [other for other in others if other.slug in wrong], rng)
    return Draft(
        "term-to-fix",
        f"Which change removes the cause of “{key.term}”?",
        (),
        Choice(right.title, key.slug, explain.key_fix(right)),
        [
            Choice(rng.choice(wrong[other.slug]).title, other.slug, explain.other_fix(key, other))
            for other in near
        ],
    )


def roots(entry: Entry) -> list[Remedy]:
    return [remedy for remedy in entry.remedies if remedy.kind == "root"]


def fixes_that_do_not_help(key: Entry, other: Entry) -> list[Remedy]:
    """Fixes of another entry that the key neither lists nor mentions, and that do not name either
    entry.
    """
    if other.slug in key.relatives:
        return []
    return [
        remedy
        for remedy in roots(other)
        if not names(remedy.title, (*key.all_names, *other.all_names))
        and not any(alike(remedy.title, own.title) >= SAME_FIX for own in key.remedies)
        and not names(" ".join(f"{own.title} {own.text}" for own in key.remedies), (remedy.title,))
    ]


def closest(
    key: Entry, candidates: Sequence[Entry], rng: random.Random, shown: Sequence[Sign] = ()
) -> list[Entry]:
    """The candidates most easily taken for the key, with some chance, so that two quizzes
    differ.
    """
    scored = [
        (
            closeness(key, entry) + share_explained(entry, shown) + rng.uniform(0, 0.1),
            entry.slug,
            entry,
        )
        for entry in candidates
    ]
    return [
        entry
        for _, _, entry in sorted(scored, key=lambda item: (-item[0], item[1]))[:MOST_DISTRACTORS]
    ]


def _question(draft: Draft, rng: random.Random) -> Question | None:
    """Nothing when too few wrong options are left or two options read the same."""
    choices = [draft.right, *draft.wrong]
    if len(draft.wrong) < FEWEST_DISTRACTORS or len({choice.text for choice in choices}) < len(
        choices
    ):
        return None
    rng.shuffle(choices)
    ids = rng.sample(range(0x10000000, 0x100000000), len(choices))
    options = tuple(
        Option(f"{number:08x}", choice.text, choice.entry, choice is draft.right, choice.why)
        for number, choice in zip(ids, choices, strict=True)
    )
    return Question(draft.kind, draft.right.entry, draft.stem, draft.shown, options)


MAKERS: Mapping[Kind, Maker] = {
    "definition-to-term": by_definition,
    "symptoms-to-term": by_symptoms,
    "term-to-fix": by_fix,
}
