"""The records besides the entries: chapters, signals, symptoms, checks, quizzes and plans."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field, StringConstraints

from content.schema.vocabulary import (
    Cost,
    EntryClass,
    EntryId,
    Line,
    Markdown,
    QuizMode,
    QuizStatus,
    Scale5,
    SignalGroup,
    SignalKind,
    Slug,
    SourceKind,
    Strict,
    Term,
    Url,
)


class Chapter(Strict):
    slug: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    summary: Line
    intro: Markdown
    curve: Slug | None = None


class Retired(Strict):
    """An entry that was taken out. Its id and slug are never used again."""

    id: EntryId
    slug: Slug
    term: Line
    survivor: Slug
    retired_on: dt.date


class Planned(Strict):
    """An entry that is not written yet.

    Entries may name it: it is shown as plain words, without a link.
    """

    slug: Slug
    term: Term
    chapter: Slug
    entry_class: Annotated[EntryClass, Field(alias="class")] = "fault"
    gloss: Line


class GlossaryTerm(Strict):
    """A neutral term of the field, which texts link to where they use it first.

    aliases: other spellings and forms that are linked too. see: entries in which it matters.
    is_linked: false for a word with other meanings, which texts must not link.
    """

    slug: Slug
    term: Term
    aliases: list[Line] = []
    is_linked: bool = True
    definition: Markdown
    see: list[Slug] = []


class ViewEntry(Strict):
    """An entry of a view, and why it stands there."""

    entry: Slug
    why: Line


class View(Strict):
    """A way through the book for an occasion: entries of several chapters in the order to read."""

    slug: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    summary: Line
    intro: Markdown
    entries: Annotated[list[ViewEntry], Field(min_length=3)]


class Signal(Strict):
    """A canonical metric or configuration name and the names that loggers give it."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
    kind: SignalKind
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    unit: Annotated[str, StringConstraints(max_length=30)] = ""
    aliases: list[Line] = []


class Symptom(Strict):
    """What a run shows.

    background: the probability that the sign is found when measured in a healthy run in which it
    can be measured.
    formerly: slugs of symptoms that were merged into this one.
    """

    slug: Slug
    statement: Line
    group: SignalGroup
    facet: Slug | None = None
    importance: Scale5
    background: Annotated[float, Field(gt=0, lt=1)]
    measure: Markdown
    detector: (
        Annotated[str, StringConstraints(pattern=r"^(curves|config|log)\.[a-z_]+$")] | None
    ) = None
    phrasings: Annotated[list[Line], Field(min_length=8)]
    formerly: list[Slug] = []


class Source(Strict):
    """What bounds of detectors rest on or are compared with. Published works have a link."""

    slug: Slug
    name: Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
    title: Line
    kind: SourceKind
    url: Url | None = None
    about: Line


class Outcome(Strict):
    """A result of a check: the symptom that it reveals, asked as a yes-or-no question."""

    symptom: Slug
    question: Line
    if_yes: Line
    if_no: Line


class Check(Strict):
    slug: Slug
    title: Line
    cost: Cost
    summary: Line
    procedure: Markdown
    outcomes: Annotated[list[Outcome], Field(min_length=1)]


class Quiz(Strict):
    """A quiz, whose kinds of questions take turns. quizzes.content_rules knows the kinds."""

    slug: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
    summary: Line
    mode: QuizMode = "practice"
    kinds: Annotated[list[Slug], Field(min_length=1)]
    status: QuizStatus = "live"
