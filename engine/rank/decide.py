"""The verdict over a case, out of seven.

failure: a failure is evident and at least one entry is likely enough to be named. normal: looks
wrong, is fine. healthy: a curve of progress was read and nothing notable is in it. not-covered: a
failure, and none of the entries explains it. environment: a message that is no failure of training.
no-run: neither a run, nor settings, nor a report was recognized. undecided: anything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.evidence import Observation
from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.rank.ranking import Ranking
from engine.rank.weights import WEIGHTS
from engine.report import Verdict
from engine.run import Series
from engine.scales import is_seen

LEAST_MEASURED = (
    4  # symptoms; the first few points of a curve say little more than that they are numbers
)
LEAST_POINTS = 5  # of a curve of progress
_PROGRESS = (
    "train_",
    "val_",
    "test_",
    "live_",
    "source_",
    "task_",
    "reward",
    "success_rate",
    "d_loss",
    "g_loss",
    "recon_loss",
)
SETTINGS = "config."  # how the source of an observation of a setting begins
STATED = frozenset({"words", "numbers"})
NOTABLE_IMPORTANCE = 3
NOTABLE_BACKGROUND = 0.1


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the verdict rests on beside the ranking.

    reported: entries that are likely enough to be named.
    has_progress: a curve of a loss, a score or a reward with enough points was read.
    is_run: a run, settings, code or a report was recognized.
    is_environment: the headline of the messages is no failure of training.
    is_normal: a normal pattern is what is asked about, and its boundary holds where it was looked
        at.
    holds_pattern: a normal pattern is seen on the curves, whether or not somebody asks.
    is_message_unknown: the message that leads ended the run, and no entry explains it.
    is_unknown: a message or words name a failure that is planned and not written.
    """

    reported: tuple[str, ...] = ()
    has_progress: bool = False
    is_run: bool = True
    is_environment: bool = False
    is_normal: bool = False
    holds_pattern: bool = False
    is_message_unknown: bool = False
    is_unknown: bool = False


def decide(
    ranking: Ranking,
    observations: Iterable[Observation],
    knowledge: Knowledge,
    grounds: Grounds,
) -> Verdict:
    """Return the verdict.

    Healthy needs a curve of progress, several things measured and no notable one among them seen:
    looking at nothing is not the same as finding nothing, and a sign that no entry explains is
    still a sign.
    """
    seen = tuple(observations)
    if grounds.is_environment and not _is_measured_failure(ranking, grounds):
        return "environment"
    if grounds.is_message_unknown and not _is_measured_failure(ranking, grounds):
        return "not-covered"
    if is_failure(ranking, grounds.reported):
        return "failure"
    if grounds.is_normal:
        return "normal"
    if _is_healthy(ranking, seen, knowledge, grounds):
        return "healthy"
    if grounds.holds_pattern and ranking.probabilities[HEALTHY] >= WEIGHTS.healthy:
        return "normal"
    if grounds.is_unknown or _is_something_else(ranking, seen, knowledge):
        return "not-covered"
    return "undecided" if grounds.is_run else "no-run"


def is_failure(ranking: Ranking, reported: tuple[str, ...]) -> bool:
    """Say whether a failure is evident and one of its entries can be named."""
    if not reported or ranking.failing < WEIGHTS.report_failure:
        return False
    likeliest = max(ranking.probabilities[mode] for mode in reported)
    return likeliest >= ranking.probabilities[SOMETHING_ELSE] / 2 and _shows_any_sign(ranking)


def is_notable(observation: Observation, knowledge: Knowledge) -> bool:
    """Seen, of importance, and not usual in healthy runs."""
    if observation.state != "seen" or not is_seen(observation.strength):
        return False
    symptom = knowledge.symptoms[observation.symptom]
    return symptom.importance >= NOTABLE_IMPORTANCE and symptom.background <= NOTABLE_BACKGROUND


def _is_measured_failure(ranking: Ranking, grounds: Grounds) -> bool:
    """Say whether a curve or a setting shows a failure beside a message of the environment."""
    seen = any(item.channel == "measured" and item.state == "seen" for item in ranking.observations)
    return seen and is_failure(ranking, grounds.reported)


def _shows_any_sign(ranking: Ranking) -> bool:
    """Say whether anything but settings speaks of a failure: alone they are a check to make."""
    said = bool((ranking.text > 0).any()) or bool(ranking.direct)
    return said or any(
        item.state == "seen" and not item.source.startswith(SETTINGS)
        for item in ranking.observations
    )


def _is_healthy(
    ranking: Ranking,
    observations: tuple[Observation, ...],
    knowledge: Knowledge,
    grounds: Grounds,
) -> bool:
    if not grounds.has_progress or not _is_clean(observations, knowledge):
        return False
    return ranking.probabilities[HEALTHY] >= WEIGHTS.healthy


def _is_something_else(
    ranking: Ranking, observations: tuple[Observation, ...], knowledge: Knowledge
) -> bool:
    """Say whether something notable is seen and no entry explains it."""
    leads = ranking.probabilities[SOMETHING_ELSE] >= WEIGHTS.report_mode
    return leads and any(
        is_notable(item, knowledge) and item.channel not in STATED for item in observations
    )


def _is_clean(observations: Iterable[Observation], knowledge: Knowledge) -> bool:
    """Say whether enough was looked at, and nothing notable is measured, told or stated."""
    looked_at = [
        item for item in observations if item.state != "not-measured" and item.channel != "words"
    ]
    measured = [item for item in looked_at if item.channel != "numbers"]
    return len(measured) >= LEAST_MEASURED and not any(
        is_notable(item, knowledge) for item in looked_at
    )


def shows_progress(series: Mapping[str, Series]) -> bool:
    """Say whether a curve of a loss, a score or a reward has enough points to judge a run by."""
    return any(
        len(curve.finite) >= LEAST_POINTS and name.startswith(_PROGRESS)
        for name, curve in series.items()
    )
