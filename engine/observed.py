"""Everything that a case shows, before it is weighed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from engine.evidence import DirectEvidence, Observation
from engine.guard import guarded
from engine.knowledge import SOMETHING_ELSE, Knowledge
from engine.observe import observe
from engine.observe.code.findings import CodeFinding, read_code
from engine.observe.log.messages import Messages, read_messages
from engine.observe.measures.once import remembering
from engine.observe.normal import NormalPattern, read_normal
from engine.observe.normal.weighed import weighed
from engine.observe.words.intent import Intent, intent_of
from engine.observe.words.languages.translate import to_english
from engine.observe.words.quantities import without_figures
from engine.rank.weights import WEIGHTS
from engine.run import Case
from engine.words_model.scores import CHATTER, WordsRead, words_read

LEAST_LEFT = 1e-3  # of the probability, for the classes beside one that is left out
UNDERSTOOD = 0.5  # share of a description, below which none of its words is weighed
MESSAGE = 0.9  # certainty of the entry that a message points to
NAMED = 0.8  # certainty of an entry that the words name: people name the wrong one now and then


@dataclass(frozen=True)
class Observed:
    """observations: one for each symptom. understood: share of the description, from 0 to 1.

    fine: slugs of the normal pages. has_lines: a log or curves are shown.
    """

    observations: tuple[Observation, ...] = ()
    words: WordsRead = field(default_factory=WordsRead)
    intent: Intent = field(default_factory=Intent)
    understood: float = 1.0
    normal: tuple[NormalPattern, ...] = ()
    code: tuple[CodeFinding, ...] = ()
    messages: Messages = field(default_factory=Messages)
    fine: frozenset[str] = frozenset()
    has_lines: bool = False

    @cached_property
    def measured(self) -> tuple[Observation, ...]:
        """The observations of what could be looked at: few of all symptoms in most cases."""
        return tuple(item for item in self.observations if item.state != "not-measured")

    @property
    def asks_only_if_normal(self) -> bool:
        """A question whether something is normal, beside which no failure is told.

        Somebody who describes a failure and asks politely whether it is normal does tell of it.
        """
        is_question = self.intent.asks_if_normal and not self.intent.complains
        return is_question and not self._describes_a_failure

    @property
    def _describes_a_failure(self) -> bool:
        """The words hardly resemble a normal page or texts that report nothing."""
        fine = self.fine.union((CHATTER,))
        scores = self.words.log_probabilities
        left = math.fsum(math.exp(score) for name, score in scores.items() if name in fine)
        return bool(scores) and self.are_words_weighed and left <= WEIGHTS.normal_left

    @property
    def tells_of_a_failure(self) -> bool:
        """Somebody complains, or states something that is neither chatter nor a question."""
        is_said = bool(self.intent.clause)
        return is_said and not self.intent.is_chatter and not self.asks_only_if_normal

    @property
    def are_words_weighed(self) -> bool:
        return self.understood >= UNDERSTOOD and not self.intent.is_chatter

    @cached_property
    def beside_chatter(self) -> Mapping[str, float]:
        """What the text model says of the classes beside chatter."""
        return without(CHATTER, self.words.log_probabilities)

    def log_probabilities(
        self,
        knowledge: Knowledge,
    ) -> Mapping[str, float]:
        """Return what the text model says, as far as it is weighed.

        A question is no complaint: whether something is normal raises the normal pages alone.
        """
        if not self.are_words_weighed:
            return {}
        scores = self.words.log_probabilities
        if self.intent.complains:
            return self.beside_chatter
        if scores and scores.get(CHATTER) == max(scores.values()):
            return {}  # it resembles nothing more than texts that report nothing
        if not self.asks_only_if_normal:
            return scores
        least = min(scores.values(), default=0.0)
        failures = {*knowledge.ranked, *knowledge.planned, SOMETHING_ELSE}
        return {name: least if name in failures else score for name, score in scores.items()}

    def direct(
        self,
        knowledge: Knowledge,
    ) -> tuple[DirectEvidence, ...]:
        """Return what points to an entry without a symptom between."""
        return (*self._of_code(), *self._of_message(), *self._of_names(knowledge))

    def _of_code(self) -> Iterator[DirectEvidence]:
        for found in self.code:
            text = f"{found.name}, line {found.line}: {found.sentence} `{found.quoted}`"
            yield DirectEvidence(
                found.failure_mode,
                found.certainty,
                "code",
                text,
            )

    def _of_message(self) -> Iterator[DirectEvidence]:
        """Yield the entry of the message that leads, unless a symptom carries it already."""
        message = self.messages.headline
        if message is not None and message.entry and not message.symptom:
            text = f"{message.meaning}: {message.text}"
            yield DirectEvidence(
                message.entry,
                MESSAGE,
                "log",
                text,
            )

    def _of_names(
        self,
        knowledge: Knowledge,
    ) -> Iterator[DirectEvidence]:
        if not self.are_words_weighed or not self.intent.complains:
            return
        for slug, said in self.words.named.items():
            mode = knowledge.failure_modes.get(slug)
            target = mode.points_to if mode and mode.points_to else slug
            yield DirectEvidence(
                target,
                NAMED,
                "description",
                f'you say: "{said}"',
            )


def without(
    name: str,
    scores: Mapping[str, float],
) -> Mapping[str, float]:
    """Return the scores of the other classes, which share its probability."""
    if name not in scores or len(scores) == 1:
        return scores
    left = max(1 - math.exp(scores[name]), LEAST_LEFT)
    share = math.log(left)
    return {other: score - share for other, score in scores.items() if other != name}


def observed_in(
    case: Case,
    knowledge: Knowledge,
) -> Observed:
    """Look at everything that a case holds."""
    with remembering():
        return _observed_in(case, knowledge)


def _observed_in(
    case: Case,
    knowledge: Knowledge,
) -> Observed:
    observations = observe(case, knowledge)
    english = to_english(case.description)
    understood = english.share if case.description.strip() else 1.0
    return Observed(
        observations=observations,
        words=words_read(without_figures(english.text), knowledge),
        intent=intent_of(case.description),
        understood=understood,
        normal=weighed(read_normal(case), observations, knowledge),
        code=read_code(case),
        messages=guarded("messages of the log", read_messages, case, Messages()),
        fine=frozenset(knowledge.normal),
        has_lines=bool(case.log or case.series),
    )
