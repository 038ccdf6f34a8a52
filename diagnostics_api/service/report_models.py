"""Report of a diagnosis as the API answers it, field by field."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from content import schema
from diagnostics_api.service.described import Described, Number
from diagnostics_api.service.report_entry_models import Confirm, FailureModeLink, Fix
from diagnostics_api.service.report_log_models import Hang, LineRole, Message, UnusedParameters
from diagnostics_api.service.report_reading_models import ReadAs
from engine.evidence import State
from engine.report import Verdict


class Span(Described):
    """Part of a curve, in the units of its x."""

    series: str
    """Name of the curve."""
    start: Number = Field(serialization_alias="from")
    """First x of the part."""
    end: Number = Field(serialization_alias="to")
    """Last x of the part."""


class Evidence(Described):
    """An observation that speaks for or against a failure mode."""

    symptom: str
    """Slug of the symptom; empty where the words as a whole resemble reports."""
    source: str
    """What was looked at: metrics.train_loss, log, description."""
    strength: Number
    """How plainly it is seen, without a unit: 0 (surely normal) to 1 (surely abnormal), seen from
    0.5 on.
    """
    direction: Literal["for", "against"]
    """Which way the evidence points."""
    weight: Number
    """Log likelihood ratio in nats: how much likelier the observation is under this failure than
    in a healthy run. 0.7 doubles the odds, 2.3 makes them tenfold; negative values speak against
    it. The weights of the evidence add up.
    """
    text: str
    """Observation in a sentence, with its numbers."""
    span: Span | None = None
    """Part of the curve that shows it, if a curve does."""


class Diagnosis(Described):
    """Failure mode with its probability, its evidence and its remedies."""

    failure_mode: FailureModeLink
    """Entry of the dictionary."""
    probability: Number
    """Probability given everything that was observed."""
    urgency: schema.Urgency
    """How soon to act on a run that has it."""
    evidence: list[Evidence]
    """What speaks for and against it, strongest support first."""
    fixes: list[Fix]
    """What removes it, in the order to try."""
    confirm: list[Confirm]
    """What makes sure that it is this failure."""


class Observation(Described):
    """Symptom as it was looked for in the run."""

    symptom: str
    """Slug of the symptom."""
    state: State
    """`not-measured` where nothing was given from which it could be seen."""
    strength: Number | None = None
    """0 (surely normal) to 1 (surely abnormal), if it was measured."""
    source: str | None = None
    """What was looked at, if it was measured."""
    text: str | None = None
    """Observation in a sentence, if it was measured; or that measuring failed."""
    span: Span | None = None
    """Part of the curve that shows it, if a curve does."""


class Shift(Described):
    """Entry and its probability after a reply to a check."""

    failure_mode: str
    """Slug of the entry."""
    probability: Number
    """Probability that it then has."""


class NextCheck(Described):
    """Question whose answer is expected to narrow the diagnosis most for its cost."""

    check: str
    """Slug of the check."""
    title: str
    """Name of the check for people."""
    cost: schema.Cost
    """Time that the check takes."""
    information_bits: Number
    """Expected drop of the entropy of the diagnosis."""
    symptom: str
    """Send it in symptoms for yes, in absent_symptoms for no."""
    question: str
    """Question to answer with yes or no."""
    if_yes: str
    """What a yes means."""
    if_no: str
    """What a no means."""
    after_yes: list[Shift]
    """Likeliest entries after a yes; given for the first check."""
    after_no: list[Shift]
    """Likeliest entries after a no; given for the first check."""


class NormalPage(Described):
    """Pattern that looks wrong and is fine."""

    failure_mode: FailureModeLink
    """Page of the dictionary on it, of class `normal`."""
    looked_at: str
    """What was looked at, with the numbers; empty where only words describe the pattern."""
    from_words_alone: bool
    """Whether nothing of it could be looked at: then nothing is claimed about the run."""
    to_be_sure: str
    """The step that makes sure."""
    boundary: str
    """Where normal ends."""
    beyond: str
    """Slug of the failure that begins there; may be empty."""
    said: list[str]
    """What the description says of it."""
    span: Span | None = None
    """Part of the curve that was looked at."""


class Resembles(Described):
    """Entry that is planned and not written: what the case sounds like."""

    slug: str
    """Name of the planned entry."""
    term: str
    """Its name for people."""
    chapter: str
    """Slug of the chapter that it will belong to."""
    gloss: str
    """What it is, in a line."""
    probability: Number
    """Share of the words that speaks for it, from 0 to 1."""
    said: list[str]
    """What the description or the log says of it."""


class Knowledge(Described):
    """Edition of the dictionary that the diagnosis rests on."""

    edition: str
    """Year and month of the edition."""
    entries: int
    """Failure modes that were weighed."""


class Report(Described):
    """Which failure modes explain a run, on what evidence, and what to do next."""

    verdict: Verdict
    """Conclusion: `failure` (evident; its causes are in `reported`), `normal` (looks wrong, is
    fine: see `normal`), `healthy` (a curve of progress was read and nothing notable is in it),
    `not-covered` (a failure that no entry explains: see `resembles` and `messages`), `undecided`
    (too little: see `to_add`), `environment` (no failure of training: see `message`), `no-run`
    (neither a run, nor settings, nor a report was recognized).
    """
    diagnoses: list[Diagnosis]
    """Likeliest failure modes, whatever the verdict: as many as `top` asks for."""
    reported: list[str]
    """Slugs of the failure modes that are likely enough to act on; empty unless the verdict is
    `failure`.
    """
    observations: list[Observation]
    """One for each symptom that could be looked for; for every symptom of the dictionary with
    `unmeasured`.
    """
    next_checks: list[NextCheck]
    """What to find out next, best first."""
    unexplained: list[Observation]
    """Notable observations that no reported failure mode accounts for."""
    normal: list[NormalPage]
    """Normal patterns that describe what is seen, the one that answers first."""
    resembles: Resembles | None = None
    """Planned entry that a case without an entry sounds like."""
    message: Message | None = None
    """The message that leads: the earliest root of the earliest failing process."""
    messages: list[Message]
    """Messages of the log that were recognized, in its order."""
    line_roles: list[LineRole]
    """Role of each line that was recognized, in the order of the log; at most 200."""
    hang: Hang | None = None
    """Which ranks a hanging run waits for."""
    unused_parameters: UnusedParameters | None = None
    """Parameters that got no gradient, by name where the names were pasted."""
    looked_at: list[str]
    """What was measured and is not there, for a verdict that nothing is wrong."""
    not_seen: list[str]
    """What could not be seen from this input."""
    to_add: list[str]
    """What to give next, what tells most first."""
    understood: Number
    """Share of the content words of the description that were understood, from 0 to 1. Below 0.5
    no words are weighed.
    """
    healthy_probability: Number
    """Probability that nothing is wrong."""
    something_else_probability: Number
    """Probability of a failure that the dictionary has no entry for."""
    read_as: list[ReadAs]
    """How each input was read."""
    warnings: list[str]
    """What of the input was not understood or left out."""
    knowledge: Knowledge
    """Edition of the dictionary that was used."""
