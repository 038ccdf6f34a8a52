"""The verdict: a failure, a healthy run, or too little to tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
NOTABLE_IMPORTANCE = 3
NOTABLE_BACKGROUND = 0.1


def decide(
    ranking: Ranking,
    observations: Iterable[Observation],
    knowledge: Knowledge,
    has_progress: bool,
) -> Verdict:
    """Return the verdict.

    A failure needs a sign of one. Healthy needs a curve of progress, several things measured and no
    notable one among them seen: looking at nothing is not the same as finding nothing, and a sign
    that no entry explains is still a sign.
    """
    if _is_failure(ranking):
        return "failure"
    if not has_progress:
        return "undecided"
    if _is_clean(observations, knowledge) and ranking.probabilities[HEALTHY] >= WEIGHTS.healthy:
        return "healthy"
    return "undecided"


def is_notable(observation: Observation, knowledge: Knowledge) -> bool:
    """Seen, of importance, and not usual in healthy runs."""
    symptom = knowledge.symptoms[observation.symptom]
    seen = observation.state == "seen" and is_seen(observation.strength)
    return (
        seen
        and symptom.importance >= NOTABLE_IMPORTANCE
        and symptom.background <= NOTABLE_BACKGROUND
    )


def _is_failure(ranking: Ranking) -> bool:
    probabilities = ranking.probabilities
    likeliest = max(probabilities[mode] for mode in ranking.compiled.modes)
    named = likeliest >= max(WEIGHTS.report_mode, probabilities[SOMETHING_ELSE] / 2)
    fails = ranking.failing >= WEIGHTS.report_failure
    return fails and named and _shows_any_sign(ranking)


def _shows_any_sign(ranking: Ranking) -> bool:
    return bool(ranking.text.any()) or any(item.state == "seen" for item in ranking.observations)


def _is_clean(observations: Iterable[Observation], knowledge: Knowledge) -> bool:
    looked_at = [
        item
        for item in observations
        if item.state != "not-measured" and item.channel not in {"words", "numbers"}
    ]
    return len(looked_at) >= LEAST_MEASURED and not any(
        is_notable(item, knowledge) for item in looked_at
    )


def shows_progress(series: Mapping[str, Series]) -> bool:
    """Say whether a curve of a loss, a score or a reward has enough points to judge a run by."""
    return any(
        len(curve.finite) >= LEAST_POINTS and name.startswith(_PROGRESS)
        for name, curve in series.items()
    )
