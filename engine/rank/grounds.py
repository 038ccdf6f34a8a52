"""What the verdict rests on beside the ranking: normal patterns, planned entries, the input."""

from __future__ import annotations

import math

from engine.evidence import Observation
from engine.knowledge import NORMAL, Knowledge
from engine.observe.normal import NormalPattern, harmless_log_lines
from engine.observed import Observed
from engine.rank.decide import Grounds, shows_progress
from engine.rank.planned import resembles, said_of
from engine.rank.weights import WEIGHTS
from engine.report import NormalPage
from engine.run import Case
from engine.scales import is_seen
from engine.words_model.scores import CHATTER

MOST_PAGES = 3
# The page for who asks what printed lines mean, and sees nothing wrong.
_LINES_EXPLAINED = (harmless_log_lines.PAGE.slug,)
OPEN_STATES = frozenset({"not-measured"})  # of a pattern: nothing on the curves decides


def grounds_of(
    case: Case,
    observed: Observed,
    knowledge: Knowledge,
    reported: tuple[str, ...],
) -> Grounds:
    has_progress = shows_progress(case.series)
    return Grounds(
        reported=reported,
        has_progress=has_progress,
        is_run=is_run(case, observed, knowledge),
        is_normal=bool(
            asked_pages(
                observed,
                knowledge,
                has_progress,
            )
        ),
        holds_pattern=has_progress and any(map(_holds, observed.normal)),
        is_environment=_is_environment(observed),
        is_message_unknown=_is_message_unknown(observed, knowledge),
        is_unknown=resembles(observed, knowledge) is not None,
    )


def _is_environment(observed: Observed) -> bool:
    message = observed.messages.headline
    return message is not None and message.kind != "failure"


def _is_message_unknown(
    observed: Observed,
    knowledge: Knowledge,
) -> bool:
    """Say whether the message that leads ended the run and no entry explains it."""
    message = observed.messages.headline
    if message is None or message.kind != "failure" or not message.ends_run:
        return False
    return message.entry not in knowledge.ranked and not _is_listed(message.symptom, knowledge)


def _is_listed(
    symptom: str,
    knowledge: Knowledge,
) -> bool:
    """Say whether a ranked entry counts a symptom as a sign of its own."""
    return any(
        indication.symptom == symptom and indication.evoking >= 0
        for mode in knowledge.ranked.values()
        for indication in mode.indications
    )


def is_run(
    case: Case,
    observed: Observed,
    knowledge: Knowledge,
) -> bool:
    """Say whether a run, settings, code or a report was recognized in what was given.

    Settings count when one of them is known: any list of names and values has the form of settings.
    """
    shown = (case.series, case.layers, case.classes, case.told_seen, case.told_absent)
    settings = case.config.keys() & knowledge.settings
    if any(shown) or settings or observed.code or case.code or observed.words.named:
        return True
    if observed.messages.recognized:
        return True
    if any(_is_clearly_seen(item) for item in observed.measured):
        return True
    intent = observed.intent
    if intent.complains or intent.asks_if_normal:
        return True
    return observed.tells_of_a_failure and not is_chatter(observed)


def is_chatter(observed: Observed) -> bool:
    """Say whether the words plainly belong to the texts that report nothing, or mean nothing."""
    scores = observed.words.log_probabilities
    return not scores or math.exp(scores.get(CHATTER, -math.inf)) >= WEIGHTS.chatter


def _is_clearly_seen(item: Observation) -> bool:
    return item.state == "seen" and is_seen(item.strength)


def normal_pages(
    observed: Observed,
    knowledge: Knowledge,
    has_progress: bool,
) -> tuple[NormalPage, ...]:
    """Return the normal pages of a case: those that are asked about, then those that hold."""
    pages = [
        *asked_pages(
            observed,
            knowledge,
            has_progress,
        )
    ]
    if has_progress:
        pages.extend(_held(pattern, observed) for pattern in observed.normal if _holds(pattern))
    first = {page.failure_mode: page for page in reversed(pages)}
    in_order = dict.fromkeys(page.failure_mode for page in pages)
    return tuple(first[slug] for slug in in_order)[:MOST_PAGES]


def asked_pages(
    observed: Observed,
    knowledge: Knowledge,
    has_progress: bool,
) -> list[NormalPage]:
    """Return the normal pages that the words ask about, the likeliest first.

    They ask where they say so, or where they plainly describe the pattern and hold a question. A
    curve of progress on which the pattern is broken or does not show takes the page away.
    """
    if not observed.are_words_weighed:
        return []
    shares = _normal_shares(observed, knowledge)
    patterns = {pattern.slug: pattern for pattern in observed.normal}
    pages = []
    for slug in sorted(shares, key=lambda slug: (-shares[slug], slug)):
        pattern = patterns.get(slug)
        leads = _leads(
            slug,
            shares[slug],
            observed,
        )
        if not leads and not observed.intent.asks_if_normal:
            continue
        if has_progress and pattern is not None and _holds(pattern):
            pages.append(_held(pattern, observed))
        elif leads and (pattern is None or pattern.state in OPEN_STATES):
            pages.append(NormalPage(slug, said=said_of(slug, observed)))
    if not pages and has_progress and not shares and observed.intent.asks_if_normal:
        pages = [_held(pattern, observed) for pattern in observed.normal if _holds(pattern)]
    if not pages and observed.has_lines and observed.intent.asks_meaning:
        pages = [NormalPage(slug) for slug in _LINES_EXPLAINED if slug in knowledge.normal]
    return pages


def _normal_shares(
    observed: Observed,
    knowledge: Knowledge,
) -> dict[str, float]:
    """Return the probability of each normal page that the words speak for, chatter left aside."""
    scores = observed.beside_chatter
    uniform = -math.log(len(scores)) if scores else 0.0
    shares = {
        slug: math.exp(scores[slug])
        for slug in knowledge.normal
        if scores.get(slug, uniform) > uniform
    }
    named = (slug for slug in observed.words.named if slug in knowledge.failure_modes)
    for slug in named:
        if knowledge.failure_modes[slug].entry_class == NORMAL:
            shares[slug] = max(shares.get(slug, 0.0), WEIGHTS.report_mode)
    return shares


def _leads(
    slug: str,
    share: float,
    observed: Observed,
) -> bool:
    """Say whether the words alone are enough for a page: they ask, and it leads all classes."""
    intent = observed.intent
    if not intent.asks_if_normal and not intent.asks:
        return False
    scores = observed.beside_chatter
    others = (score for name, score in scores.items() if name != slug)
    leads = math.log(share) >= max(others, default=-math.inf)
    is_named = slug in observed.words.named and intent.asks_if_normal
    return is_named or (leads and share >= WEIGHTS.normal_words)


def _holds(pattern: NormalPattern) -> bool:
    return pattern.state == "holds"


def _held(
    pattern: NormalPattern,
    observed: Observed,
) -> NormalPage:
    return NormalPage(
        failure_mode=pattern.slug,
        looked_at=pattern.text,
        boundary=pattern.boundary,
        beyond=pattern.beyond,
        said=said_of(pattern.slug, observed),
        span=pattern.span,
    )
