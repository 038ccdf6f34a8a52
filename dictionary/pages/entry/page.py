"""What the page of an entry shows, in its order: who is in trouble reads from the top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dictionary.glossary_links import glossary_of_site, with_glossary_links
from dictionary.models import (
    Confirmation,
    FailureMode,
    Fix,
    Indication,
)
from dictionary.naming import Named, named, slugs_in
from dictionary.relations import Link, look_alikes, related_links
from engine.scales import FREQUENCY_MEANS

DECIDING_EVOKING = 4
MOST_DECIDING = 3
DECIDES = {"confirms", "excludes"}

Names = Mapping[str, Named]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShownFix:
    """`causes`: number and key of each cause that it is for."""

    fix: Fix
    causes: Sequence[tuple[int, str]]
    versions: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """The parts of the page. Signs and checks come in two parts, of which the second is folded."""

    deciding: Sequence[Indication]
    also_seen: Sequence[Indication]
    against: Sequence[Indication]
    first_check: Confirmation | None
    more_checks: Sequence[Confirmation]
    find_the_cause: Sequence[Row]
    causes: Sequence[Row]
    fixes: Sequence[ShownFix]
    boundaries: Sequence[Row]
    look_alikes: Sequence[Link]
    related: Sequence[Link]
    points_to: Named | None
    explanation: str
    frequency_means: str = FREQUENCY_MEANS

    @property
    def has_snippets(self) -> bool:
        fixes = [shown.fix for shown in self.fixes]
        return any(fix.snippets for fix in fixes)


def page_of(entry: FailureMode) -> EntryPage:
    """Return what the page shows. The entry comes from `queries.entry_with_parts`."""
    slugs = slugs_in(entry)
    names = named(slugs)
    signs, against = signs_of(entry)
    deciding = deciding_signs(signs)
    also_seen = [sign for sign in signs if sign not in deciding]
    checks = list(entry.confirmations.all())
    first = first_check(checks)
    more_checks = [check for check in checks if check is not first]
    return EntryPage(
        deciding=deciding,
        also_seen=also_seen,
        against=against,
        first_check=first,
        more_checks=more_checks,
        find_the_cause=with_names(entry.find_the_cause, names),
        causes=with_names(entry.causes, names),
        fixes=shown_fixes(entry),
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


def first_check(checks: Sequence[Confirmation]) -> Confirmation | None:
    """Return the first check that can confirm as well as exclude, else the first one."""
    for check in checks:
        if decides(check):
            return check
    return next(iter(checks), None)


def decides(check: Confirmation) -> bool:
    """Say whether the check can confirm as well as exclude."""
    verdicts = {outcome["verdict"] for outcome in check.outcomes}
    return verdicts >= DECIDES


def shown_fixes(entry: FailureMode) -> list[ShownFix]:
    numbers = cause_numbers(entry)
    shown = []
    for fix in entry.fixes.all():
        shown_fix = ShownFix(
            fix,
            causes=numbered_causes(fix, numbers),
            versions=versions_of(fix),
        )
        shown.append(shown_fix)
    return shown


def cause_numbers(entry: FailureMode) -> dict[str, int]:
    """Return the number under which the page lists each cause, by its key."""
    numbers = {}
    for number, cause in enumerate(entry.causes, start=1):
        key = cause["key"]
        numbers[key] = number
    return numbers


def numbered_causes(
    fix: Fix,
    numbers: Mapping[str, int],
) -> list[tuple[int, str]]:
    """Return number and key of each cause of the entry that the fix is for."""
    causes = []
    for key in fix.for_cause:
        if key in numbers:
            number = numbers[key]
            causes.append((number, key))
    return causes


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
