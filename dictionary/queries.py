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
    PlannedRelation,
    Relation,
    Symptom,
)

DRAFT = FailureMode.Status.DRAFT
PUBLISHED = ~Q(failure_mode__status=DRAFT)

# What the figures were drawn from is never shown itself.
SOURCES_OF_FIGURES = ("recording_bad", "recording_good")
SHOWN_IN_LISTS = ("thumbnail_svg",)
LONG_TEXTS = tuple(
    field.name
    for field in FailureMode._meta.fields
    if isinstance(field, TextField) and field.name not in SHOWN_IN_LISTS
)


def entries() -> QuerySet[FailureMode]:
    published = FailureMode.objects.published()
    shown = published.defer(*SOURCES_OF_FIGURES)
    return shown.select_related("chapter")


def listed_entries() -> QuerySet[FailureMode]:
    """Entries as rows of a list: without the long texts, which are most of an entry."""
    return entries().defer(*LONG_TEXTS, "signs_svg")


def _signs() -> QuerySet[Indication]:
    """Indications; `symptom_is_published` tells whether the symptom has a page."""
    signs = Indication.objects.select_related("symptom")
    signs = signs.annotate(symptom_is_published=_symptom_is_published())
    return signs.order_by(
        "-frequency",
        "-evoking",
        "pk",
    )


def _symptom_is_published() -> Exists:
    """Tell whether the symptom that a row names has a page."""
    published = Symptom.objects.published()
    named = published.filter(pk=OuterRef("symptom"))
    return Exists(named)


def entries_with_signs() -> QuerySet[FailureMode]:
    """Entries as rows of the API's list."""
    signs = Prefetch("indications", _signs())
    return entries().prefetch_related(signs)


def entries_to_tell_apart(chapter: Chapter) -> QuerySet[FailureMode]:
    """Entries of a chapter as rows, with signs and checks, and what their failing run printed."""
    published = FailureMode.objects.published().filter(chapter=chapter)
    long_texts = set(LONG_TEXTS) - {"recording_bad"}
    shown = published.defer(*long_texts).select_related("chapter")
    confirmations = Confirmation.objects.select_related("the_check")
    return shown.prefetch_related(
        Prefetch("indications", _signs()),
        Prefetch("confirmations", confirmations),
    )


def named_entries() -> QuerySet[FailureMode]:
    """Entries as names under their chapters, with the phases in which they arise."""
    published = FailureMode.objects.published().select_related("chapter")
    return published.only(
        "slug",
        "term",
        "phase",
        "position",
        "chapter__slug",
        "chapter__title",
        "chapter__position",
    )


def entry_with_parts() -> QuerySet[FailureMode]:
    """Entries with everything that their page and their twins show."""
    confirmations = Confirmation.objects.select_related("the_check")
    targets = Relation.objects.select_related("target")
    published_targets = targets.exclude(target__status=DRAFT)
    sources = Relation.objects.select_related("source")
    published_sources = sources.exclude(source__status=DRAFT)
    planned = PlannedRelation.objects.select_related("planned")
    return entries().prefetch_related(
        Prefetch("indications", _signs()),
        Prefetch("confirmations", confirmations),
        Prefetch("relations_out", published_targets),
        Prefetch("relations_in", published_sources),
        Prefetch("planned_relations", planned),
        "aliases",
        "fixes",
        "references",
        "sightings",
    )


def neighbors(entry: FailureMode) -> tuple[FailureMode | None, FailureMode | None]:
    """The entries before and after this one in its chapter."""
    published = FailureMode.objects.published()
    of_chapter = published.filter(chapter=entry.chapter_id)
    siblings = of_chapter.only("slug", "term")
    padded = [
        None,
        *siblings,
        None,
    ]
    place = padded.index(entry)
    before = padded[place - 1]
    after = padded[place + 1]
    return before, after


def symptoms() -> QuerySet[Symptom]:
    """Published symptoms with the number of entries that each speaks for."""
    speaks_for = Q(indications__frequency__gt=0)
    is_draft = Q(indications__failure_mode__status=DRAFT)
    entries_explained = Count(
        "indications",
        filter=speaks_for & ~is_draft,
    )
    published = Symptom.objects.published()
    return published.annotate(explained_by=entries_explained)


def explanations(symptom: Symptom) -> QuerySet[Indication]:
    """What a symptom speaks for, the strongest suggestion first."""
    speaking = Indication.objects.filter(
        PUBLISHED,
        symptom=symptom,
        frequency__gt=0,
    )
    return speaking.select_related("failure_mode__chapter").order_by(
        "-evoking",
        "-frequency",
        "failure_mode__term",
    )


def ruled_out(symptom: Symptom) -> QuerySet[Indication]:
    """What a symptom speaks against, the strongest first."""
    speaking = Indication.objects.filter(
        PUBLISHED,
        symptom=symptom,
        evoking__lt=0,
    )
    return speaking.select_related("failure_mode").order_by(
        "evoking",
        "failure_mode__term",
    )


def revealing_outcomes(symptom: Symptom) -> QuerySet[Outcome]:
    return (
        Outcome.objects.filter(symptom=symptom)
        .select_related("the_check")
        .order_by("the_check__position")
    )


def phrasings(symptom: Symptom, count: int) -> QuerySet[Phrasing]:
    every = Phrasing.objects.filter(symptom=symptom)
    return every[:count]


def checks() -> QuerySet[Check]:
    """Checks with the number of published entries that use each."""
    is_used = Q(confirmations__isnull=False)
    is_draft = Q(confirmations__failure_mode__status=DRAFT)
    uses = Count(
        "confirmations",
        filter=is_used & ~is_draft,
    )
    return Check.objects.annotate(used_by=uses)


def confirmations_by(check: Check) -> QuerySet[Confirmation]:
    confirmations = Confirmation.objects.filter(PUBLISHED, the_check=check)
    return confirmations.select_related("failure_mode").order_by("failure_mode__term")


def outcomes_of(check: Check) -> QuerySet[Outcome]:
    """Outcomes of a check; `symptom_is_published` tells whether the symptom has a page."""
    return (
        Outcome.objects.filter(the_check=check)
        .select_related("symptom")
        .annotate(symptom_is_published=_symptom_is_published())
        .order_by("position")
    )


def chapters() -> QuerySet[Chapter]:
    return Chapter.objects.published().order_by("position")
