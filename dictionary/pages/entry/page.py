"""What the page of an entry shows, in its order: who is in trouble reads from the top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dictionary.figures.signs import SignFigure
from dictionary.glossary_links import glossary_of_site, with_glossary_links
from dictionary.models import Check, FailureMode, Fix, Indication
from dictionary.models.checks import first_result
from dictionary.naming import Named, named, slugs_in
from dictionary.relations import INWARD, OUTWARD, Link, look_alikes, related_links
from engine.scales import FREQUENCY_MEANS

DECIDING_EVOKING = 4
MOST_DECIDING = 3
MOST_FIXES = 3
STOPGAP = "stopgap"
MOST_ROUTES = 3
VERDICTS = ("confirms", "excludes", "undecided")  # in the order of the page
DECIDES = {"confirms", "excludes"}
BEFORE = INWARD["causes"]
AFTER = OUTWARD["causes"]

Names = Mapping[str, Named]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownSign:
    """A sign, and how the recorded run shows it; both texts are empty where it does not."""

    indication: Indication
    figure: str = ""
    measured: str = ""


@dataclass(frozen=True, slots=True)
class ShownCheck:
    """A check with its outcomes: those that confirm, those that exclude, the others."""

    the_check: Check
    outcomes: Sequence[Row]

    @property
    def decides(self) -> bool:
        """Whether it can confirm as well as exclude."""
        verdicts = {outcome["verdict"] for outcome in self.outcomes}
        return verdicts >= DECIDES

    @property
    def confirms(self) -> str:
        """The first result that confirms the entry, empty without one."""
        return first_result(list(self.outcomes), "confirms")


@dataclass(frozen=True, slots=True)
class ShownFix:
    """`causes`: number, key and text of each cause that it is for."""

    fix: Fix
    causes: Sequence[tuple[int, str, str]]
    versions: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The parts of the page. Signs and fixes come in two parts, of which the second is folded.

    first_check: the one that stands on the first screen. causes_of, leads_to, beside: the related
    entries before this one, after it, and in no such order.
    """

    deciding: Sequence[ShownSign]
    also_seen: Sequence[Indication]
    against: Sequence[Indication]
    first_check: ShownCheck | None
    checks: Sequence[ShownCheck]
    find_the_cause: Sequence[Row]
    causes: Sequence[Row]
    fixes: Sequence[ShownFix]
    more_fixes: Sequence[ShownFix]
    first_fix: ShownFix | None
    boundaries: Sequence[Row]
    look_alikes: Sequence[Link]
    related: Sequence[Link]
    points_to: Named | None
    explanation: str
    frequency_means: str = FREQUENCY_MEANS

    @property
    def has_snippets(self) -> bool:
        every = (*self.fixes, *self.more_fixes)
        return any(shown.fix.snippets for shown in every)

    @property
    def routes(self) -> Sequence[Row]:
        """The first results that lead to a cause: the first screen has room for no more."""
        return self.find_the_cause[:MOST_ROUTES]

    @property
    def causes_of(self) -> list[Link]:
        return [link for link in self.related if link.title == BEFORE]

    @property
    def leads_to(self) -> list[Link]:
        return [link for link in self.related if link.title == AFTER]

    @property
    def beside(self) -> list[Link]:
        return [link for link in self.related if link.title not in {BEFORE, AFTER}]


def page_of(entry: FailureMode) -> EntryPage:
    """Return what the page shows. The entry comes from `queries.entry_with_parts`."""
    slugs = slugs_in(entry)
    names = named(slugs)
    signs, against = signs_of(entry)
    deciding = deciding_signs(signs)
    also_seen = [sign for sign in signs if sign not in deciding]
    checks = shown_checks(entry)
    fixes = shown_fixes(entry)
    return EntryPage(
        deciding=with_figures(deciding, entry.signs_svg),
        also_seen=also_seen,
        against=against,
        first_check=first_check(checks),
        checks=checks,
        find_the_cause=with_names(entry.find_the_cause, names),
        causes=with_names(entry.causes, names),
        fixes=fixes[:MOST_FIXES],
        more_fixes=fixes[MOST_FIXES:],
        first_fix=first_fix(fixes),
        boundaries=shown_boundaries(entry, names),
        look_alikes=look_alikes(entry),
        related=related_links(entry),
        points_to=names.get(entry.points_to),
        explanation=explanation_of(entry),
    )


def explanation_of(entry: FailureMode) -> str:
    """Return definition and mechanism as HTML, with links to the glossary."""
    html = entry.definition_html + entry.mechanism_html
    glossary = glossary_of_site()
    return with_glossary_links(html, glossary)


def signs_of(entry: FailureMode) -> tuple[list[Indication], list[Indication]]:
    """Return the signs that speak for the entry, and those that speak against it."""
    speaking_for = []
    speaking_against = []
    for sign in entry.indications.all():
        if sign.speaks_against:
            speaking_against.append(sign)
        else:
            speaking_for.append(sign)
    return speaking_for, speaking_against


def deciding_signs(signs: Sequence[Indication]) -> list[Indication]:
    """Return at most three signs: those that leave few other explanations, the strongest first.

    An entry without such a sign shows its most telling ones.
    """
    ordered = sorted(signs, key=_strongest_first)
    strong = [sign for sign in ordered if sign.evoking >= DECIDING_EVOKING]
    deciding = strong or ordered
    return deciding[:MOST_DECIDING]


def _strongest_first(sign: Indication) -> tuple[int, int, int]:
    return (
        -sign.evoking,
        -sign.frequency,
        sign.pk,
    )


def with_figures(
    signs: Sequence[Indication],
    figures: Mapping[str, SignFigure],
) -> list[ShownSign]:
    """Return the signs with their figures."""
    shown = []
    for sign in signs:
        figure = figures.get(sign.symptom.slug)
        if figure is None:
            shown.append(ShownSign(sign))
        else:
            shown.append(ShownSign(sign, figure["svg"], figure["text"]))
    return shown


def shown_checks(entry: FailureMode) -> list[ShownCheck]:
    checks = []
    for confirmation in entry.confirmations.all():
        outcomes = sorted(confirmation.outcomes, key=_by_verdict)
        check = ShownCheck(confirmation.the_check, outcomes)
        checks.append(check)
    return checks


def _by_verdict(outcome: Row) -> int:
    return VERDICTS.index(outcome["verdict"])


def first_check(checks: Sequence[ShownCheck]) -> ShownCheck | None:
    """Return the first check that can confirm as well as exclude, else the first one."""
    for check in checks:
        if check.decides:
            return check
    return next(iter(checks), None)


def first_fix(fixes: Sequence[ShownFix]) -> ShownFix | None:
    """Return the fix to copy first: a stopgap with code, else any with code, else the first one."""
    with_code = [shown for shown in fixes if shown.fix.snippets]
    stopgaps = [shown for shown in with_code if shown.fix.kind == STOPGAP]
    ordered = (
        *stopgaps,
        *with_code,
        *fixes,
    )
    return next(iter(ordered), None)


def shown_fixes(entry: FailureMode) -> list[ShownFix]:
    causes = numbered_causes(entry)
    shown = []
    for fix in entry.fixes.all():
        shown_fix = ShownFix(
            fix,
            causes=[cause for cause in causes if cause[1] in fix.for_cause],
            versions=versions_of(fix),
        )
        shown.append(shown_fix)
    return shown


def numbered_causes(entry: FailureMode) -> list[tuple[int, str, str]]:
    """Return number, key and text of each cause of the entry, in the order of the page."""
    numbered = []
    for number, cause in enumerate(entry.causes, start=1):
        text = cause["text"].rstrip(".")
        numbered.append((number, cause["key"], text))
    return numbered


def versions_of(fix: Fix) -> str:
    """Say for which releases the names hold that do not hold for all."""
    limited = [api for api in fix.apis if api.get("until")]
    sentences = map(version_sentence, limited)
    return " ".join(sentences)


def version_sentence(api: Row) -> str:
    name = api["name"]
    package = api["package"]
    since = api["since"]
    until = api["until"]
    releases = f"{package} {since} to {until}"
    return f"{name}: {releases}."


def shown_boundaries(
    entry: FailureMode,
    names: Names,
) -> list[Row]:
    """Return each boundary with the entry beyond it, None where it names nothing."""
    shown = []
    for row in entry.boundaries:
        slug = row["failure_mode"]
        boundary = {
            "text": row["text"],
            "entry": names.get(slug),
        }
        shown.append(boundary)
    return shown


def with_names(
    rows: Sequence[Row],
    names: Names,
) -> list[Row]:
    """Return the rows with the entry that each names, None where it names nothing."""
    shown = []
    for row in rows:
        slug = row.get("entry", "")
        shown_row = {
            **row,
            "entry": names.get(slug),
        }
        shown.append(shown_row)
    return shown
