"""Sentences and numbers of an answer that page and terminal share."""

from __future__ import annotations

from collections.abc import Sequence

from content import schema
from diagnostics_api.service.library import Library
from engine.report import NormalPage, Report, Shift

LEAST_SHOWN = 0.01  # a diagnosis less likely than this is not shown, unless it is the first
LEAST_NEAR = 0.05  # and so is the first where no entry explains the case
LEAST_FIXED = 0.2  # a diagnosis less likely than this comes without its fixes
CERTAINTIES = ((0.8, "very likely"), (0.5, "likely"), (0.0, "possibly"))
UNDERSTOOD = 0.5  # share of the words, below which none of them is weighed
# Verdicts that come with a list of likely failures; the others would contradict themselves by one.
RANKED = frozenset({"failure", "undecided", "not-covered"})
HEALTHY = (
    "Nothing notable is in the curves that were read. What they cannot show is listed below. If "
    "something bothers you still, say what in words."
)
UNDECIDED = "What was given does not tell the causes apart. These are the likeliest so far."
NOTHING_SEEN = "Nothing that was given points to a failure, and it is too little to rule one out."
NOT_COVERED = (
    "Something is wrong, and none of the entries explains it well. What was understood is listed "
    "below."
)
NO_RUN = (
    "Looked for: curves of a loss or a score, settings, messages of a trainer or of an error, "
    "code, and words that report a problem. None of them was found."
)
ENVIRONMENT = "This is no failure of training."


def headline(report: Report, library: Library) -> str:
    match report.verdict:
        case "healthy":
            return "Nothing wrong was found"
        case "normal" if report.normal:
            return _normal_headline(report.normal[0], library)
        case "failure" if report.diagnoses:
            first = report.diagnoses[0]
            term = library.entries[first.failure_mode].term
            return f"{term}, {certainty(first.probability)}"
        case "environment" if report.message:
            return capitalized(report.message.meaning)
        case "not-covered":
            return _not_covered_headline(report)
        case "no-run":
            return "No training run was recognized in this"
        case _ if report.next_checks and _shows_a_sign(report):
            return "Not enough to tell: measure this next"
        case _:
            return "Not enough to tell"


def lead(report: Report, library: Library) -> str:
    """Return the paragraph below the headline."""
    match report.verdict:
        case "healthy":
            return HEALTHY
        case "normal" if report.normal:
            return _normal_lead(report.normal[0], library)
        case "failure" if report.diagnoses:
            return library.entries[report.diagnoses[0].failure_mode].summary
        case "environment" if report.message:
            return f"{ENVIRONMENT} {report.message.action}"
        case "not-covered":
            return _not_covered_lead(report, library)
        case "no-run":
            return NO_RUN
        case _:
            return UNDECIDED if _shows_a_sign(report) else NOTHING_SEEN


def _normal_headline(page: NormalPage, library: Library) -> str:
    term = library.entries[page.failure_mode].term
    if page.is_from_words_alone:
        return f"Probably normal, from your words alone: {lowered(term)}"
    return f"Looks wrong, is fine: {lowered(term)}"


def _normal_lead(page: NormalPage, library: Library) -> str:
    return library.entries[page.failure_mode].summary


def _not_covered_headline(report: Report) -> str:
    if report.resembles:
        return f"This sounds like {lowered(report.resembles.term)}, which has no entry yet"
    if report.message:
        return capitalized(report.message.meaning)
    return "None of the entries explains this"


def _not_covered_lead(report: Report, library: Library) -> str:
    if report.resembles:
        planned = library.planned.get(report.resembles.slug)
        gloss = f"{capitalized(planned.gloss)}. " if planned else ""
        return f"{gloss}The page on it is planned and not written."
    if report.message:
        return report.message.action
    return NOT_COVERED


def shows_ranking(report: Report) -> bool:
    """Say whether the likeliest failures are listed: not where nothing points to any."""
    if report.verdict == "failure":
        return True
    first = max((each.probability for each in report.diagnoses), default=0.0)
    if report.verdict == "not-covered" and first < LEAST_NEAR:
        return False
    return report.verdict in RANKED and _shows_a_sign(report)


def asks_next(report: Report) -> bool:
    """Say whether a next check is asked: its replies part entries, and here one of them leads."""
    return report.verdict in {"failure", "undecided"}


def _shows_a_sign(report: Report) -> bool:
    """Say whether anything but the priors is behind the list of diagnoses."""
    return any(part.direction == "for" for each in report.diagnoses for part in each.evidence)


def to_be_sure(entry: schema.FailureMode) -> str:
    """Return the step that makes sure, without the word that nothing is to be done."""
    return entry.solution.removeprefix("Nothing.").strip() or entry.solution


def first_boundary(entry: schema.FailureMode) -> str:
    """Return where a normal pattern ends, empty for an entry without a boundary."""
    return next((boundary.text for boundary in entry.boundaries), "")


def understood_note(report: Report) -> str:
    """Say that words were left out because too few of them were understood; else empty."""
    if report.understood >= UNDERSTOOD:
        return ""
    share = round(100 * report.understood)
    return (
        f"About {share} % of your words were understood, so none of them was weighed. English "
        "words, a log or curves say more."
    )


def after(shifts: Sequence[Shift], library: Library) -> str:
    """Say what a reply to a check would do to the ranking; empty where it is not known."""
    if not shifts:
        return ""
    named = (
        f"{library.entries[shift.failure_mode].term} {percent(shift.probability)}"
        for shift in shifts
    )
    return f"then {', '.join(named)}"


def capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def lowered(term: str) -> str:
    """Return a term as it stands within a sentence; names such as NaN keep their letters."""
    first = term.split(" ", 1)[0]
    return term if first[1:].lower() != first[1:] else term[:1].lower() + term[1:]


def certainty(probability: float) -> str:
    return next(words for least, words in CERTAINTIES if probability >= least)


def percent(probability: float) -> str:
    """Return a whole percentage; never 0 or 100, which nothing here is sure enough of."""
    if probability < 0.01:
        return "under 1 %"
    rounded = round(100 * probability)
    return f"{min(99, rounded)} %"
