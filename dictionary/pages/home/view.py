from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dictionary import queries
from dictionary.models import FailureMode
from dictionary.pages.home.training_map import map_of
from web.reading import reading_page

NORMAL = "normal"  # chapter of what looks wrong and is fine
# Recorded runs that the diagnose page answers at a click, by their names there.
RUNS: Mapping[str, tuple[str, str]] = {
    "nan": ("nan-loss", "The loss became NaN"),
    "gap": ("overfitting", "Validation turns up"),
    "stuck": ("double-softmax", "It gets stuck"),
    "swings": ("learning-rate-too-high", "It jumps up and down"),
    "fine": ("validation-ahead-of-training", "Validation is better than training"),
}


@dataclass(frozen=True, slots=True)
class RecordedRun:
    key: str
    label: str
    curve: str


@reading_page
def home(request: HttpRequest) -> HttpResponse:
    entries = list(queries.named_entries())
    normal = [entry for entry in entries if entry.chapter.slug == NORMAL]
    failures = [entry for entry in entries if entry not in normal]
    context = {
        "stages": map_of(failures),
        "total": len(failures),
        "normal": normal[0].chapter if normal else None,
        "runs": recorded_runs(),
    }
    return render(request, "dictionary/home.html", context)


def recorded_runs() -> list[RecordedRun]:
    """Return the runs whose entry is in the edition and has a recording."""
    slugs = [slug for slug, _ in RUNS.values()]
    published = FailureMode.objects.published().exclude(recording_bad="")
    rows = published.filter(slug__in=slugs).values_list("slug", "thumbnail_svg")
    curves = dict(rows)
    runs = []
    for key, (slug, label) in RUNS.items():
        if slug in curves:
            run = RecordedRun(key, label, curves[slug])
            runs.append(run)
    return runs
