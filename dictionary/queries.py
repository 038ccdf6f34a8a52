"""Named queries of the reading pages. Each returns a fixed number of queries, whatever the entry
holds.
"""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, TextField

from dictionary.models import (
    Chapter,
    Check,
    Confirmation,
    FailureMode,
    Indication,
    Outcome,
    Phrasing,
    Relation,
    Symptom,
)

PUBLISHED = ~Q(failure_mode__status=FailureMode.Status.DRAFT)


# What the figures were drawn from is never shown itself.
SOURCES_OF_FIGURES = ("recording_bad", "recording_good")
SHOWN_IN_LISTS = ("thumbnail_svg",)
LONG_TEXTS = tuple(
    field.name
    for field in FailureMode._meta.fields
    if isinstance(field, TextField) and field.name not in SHOWN_IN_LISTS
)


def entries() -> QuerySet[FailureMode]:
    published = FailureMode.objects.published().defer(*SOURCES_OF_FIGURES)
    return published.select_related("chapter")


def listed_entries() -> QuerySet[FailureMode]:
    """Entries as rows of a list: without the long texts, which are most of an entry."""
    return entries().defer(*LONG_TEXTS)


def newest_entries(count: int) -> QuerySet[FailureMode]:
    return entries().order_by("-since", "-code")[:count]


def entry_with_parts() -> QuerySet[FailureMode]:
    """Entries with everything that their page and their twins show."""
    published_targets = Relation.objects.exclude(
        target__status=FailureMode.Status.DRAFT
    ).select_related("target")
    published_sources = Relation.objects.exclude(
        source__status=FailureMode.Status.DRAFT
    ).select_related("source")
    return entries().prefetch_related(
        Prefetch(
            "indications",
            Indication.objects.select_related("symptom").order_by("-frequency", "-evoking", "pk"),
        ),
        Prefetch("confirmations", Confirmation.objects.select_related("the_check")),
        Prefetch("relations_out", published_targets),
        Prefetch("relations_in", published_sources),
        "aliases",
        "fixes",
        "references",
    )


def neighbors(entry: FailureMode) -> tuple[FailureMode | None, FailureMode | None]:
    """The entries before and after this one in its chapter."""
    of_chapter = FailureMode.objects.published().filter(chapter=entry.chapter_id)
    siblings: list[FailureMode | None] = [*of_chapter.only("slug", "term")]
    place = siblings.index(entry)
    padded = [None, *siblings, None]
    return padded[place], padded[place + 2]


def symptoms() -> QuerySet[Symptom]:
    """Published symptoms with the number of entries that each speaks for."""
    explains = Q(indications__frequency__gt=0) & ~Q(
        indications__failure_mode__status=FailureMode.Status.DRAFT
    )
    return Symptom.objects.published().annotate(explained_by=Count("indications", filter=explains))


def explanations(symptom: Symptom) -> QuerySet[Indication]:
    """What a symptom speaks for, the strongest suggestion first."""
    speaking = Indication.objects.filter(PUBLISHED, symptom=symptom, frequency__gt=0)
    return speaking.select_related("failure_mode__chapter").order_by(
        "-evoking", "-frequency", "failure_mode__term"
    )


def ruled_out(symptom: Symptom) -> QuerySet[Indication]:
    """What a symptom speaks against, the strongest first."""
    speaking = Indication.objects.filter(PUBLISHED, symptom=symptom, evoking__lt=0)
    return speaking.select_related("failure_mode").order_by("evoking", "failure_mode__term")


def revealing_outcomes(symptom: Symptom) -> QuerySet[Outcome]:
    return (
        Outcome.objects.filter(symptom=symptom)
        .select_related("the_check")
        .order_by("the_check__position")
    )


def phrasings(symptom: Symptom, count: int) -> QuerySet[Phrasing]:
    return Phrasing.objects.filter(symptom=symptom)[:count]


def checks() -> QuerySet[Check]:
    """Checks with the number of published entries that use each."""
    used = Q(confirmations__isnull=False) & ~Q(
        confirmations__failure_mode__status=FailureMode.Status.DRAFT
    )
    return Check.objects.annotate(used_by=Count("confirmations", filter=used))


def confirmations_by(check: Check) -> QuerySet[Confirmation]:
    confirmations = Confirmation.objects.filter(PUBLISHED, the_check=check)
    return confirmations.select_related("failure_mode").order_by("failure_mode__term")


def outcomes_of(check: Check) -> QuerySet[Outcome]:
    """Outcomes of a check; `symptom_is_published` tells whether the symptom has a page."""
    shown = Symptom.objects.published().filter(pk=OuterRef("symptom"))
    return (
        Outcome.objects.filter(the_check=check)
        .select_related("symptom")
        .annotate(symptom_is_published=Exists(shown))
        .order_by("position")
    )


def chapters() -> QuerySet[Chapter]:
    return Chapter.objects.published().order_by("position")
