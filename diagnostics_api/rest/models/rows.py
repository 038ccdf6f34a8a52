"""Rows of the lists of chapters, symptoms, checks and quizzes, and the whole symptom."""

from __future__ import annotations

from content import schema
from diagnostics_api.rest.models.recorded import MeasuredRuns
from diagnostics_api.service.described import Described


class ChapterRow(Described):
    """Part of training that entries are grouped by."""

    slug: str
    """Permanent name in addresses."""
    title: str
    """Name for people."""
    summary: str
    """What goes wrong in this part, in a sentence."""
    entries: int
    """Published entries of the chapter."""
    url: str
    """Address of its page on this site."""


class SymptomRow(Described):
    """Something that a run shows."""

    slug: str
    """Permanent name in addresses. Send it in `symptoms` of a diagnosis."""
    statement: str
    """Symptom as a sentence."""
    group: schema.SignalGroup
    """Signal in which it shows."""
    facet: str | None
    """Name shared by symptoms that describe one fact; null without such others."""
    importance: int
    """How much it matters that it is explained, 1 to 5."""
    background: float
    """Probability that it is found when measured in a healthy run in which it can be measured."""
    detector: str | None
    """Part of the engine that measures it; null where only a person can say."""
    measured: MeasuredRuns | None
    """On how many recorded runs it is seen; null where only a person can say."""
    url: str
    """Address of its page on this site."""


class SuggestedEntry(Described):
    """Failure mode that a symptom speaks for or against."""

    slug: str
    """Slug of the failure mode."""
    term: str
    """Name of the failure mode for people."""
    frequency: int
    """How often the failure shows the symptom, 1 to 5; 0 if it speaks against."""
    evoking: int
    """How much the symptom suggests the failure, 0 to 5; negative if against."""
    note: str
    """How it shows with this failure; may be empty."""
    own_run: bool | None
    """Whether it is seen on the entry's failing run; null where it is not measured there."""


class Symptom(SymptomRow):
    """Symptom with everything that it suggests."""

    measure: str
    """How to measure it, as Markdown."""
    phrasings: list[str]
    """How people report it."""
    failure_modes: list[SuggestedEntry]
    """Published failure modes that it suggests, the strongest first."""


class CheckOutcome(Described):
    """Question that a check answers."""

    symptom: str
    """Slug of the symptom that a yes shows."""
    question: str
    """Question to answer with yes or no."""
    if_yes: str
    """What a yes means."""
    if_no: str
    """What a no means."""


class CheckRow(Described):
    """Procedure that tells failures apart."""

    slug: str
    """Permanent name in addresses."""
    title: str
    """Name for people."""
    cost: schema.Cost
    """Time that the check takes."""
    summary: str
    """What is done, in a sentence."""
    procedure: str
    """Steps, as Markdown."""
    used_by: int
    """Published entries that use it to make sure."""
    outcomes: list[CheckOutcome]
    """Questions that it answers."""
    url: str
    """Address of its page on this site."""


class QuizRow(Described):
    """Quiz that can be taken on this site."""

    slug: str
    """Permanent name in addresses."""
    title: str
    """Name for people."""
    mode: schema.QuizMode
    """How the quiz is taken."""
    kinds: list[str]
    """Kinds of question that are asked."""
