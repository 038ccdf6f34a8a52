from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dictionary import queries
from dictionary.measured import detector_counts
from dictionary.models import Symptom
from dictionary.pages.symptoms.bounds import bounds_of
from dictionary.pages.symptoms.measured import explained
from dictionary.retired import merged_symptom
from engine.scales import BACKGROUND_MEANS
from web.reading import reading_page

PHRASINGS = 3
ABOUT_THE_INDEX = (
    "What a failing run shows, by where it shows: loss, validation, gradients, memory, logs."
)


@reading_page
def symptom_index(request: HttpRequest) -> HttpResponse:
    groups = grouped(list(queries.symptoms()))
    context = {
        "title": "Symptoms",
        "description": ABOUT_THE_INDEX,
        "groups": groups,
    }
    return render(request, "dictionary/symptom_index.html", context)


def grouped(symptoms: list[Symptom]) -> list[tuple[str, list[Symptom]]]:
    """Put the symptoms under the names of their groups, in the order of the model's choices."""
    order = list(Symptom.Group.values)
    symptoms = sorted(symptoms, key=lambda symptom: order.index(symptom.group))
    groups = groupby(symptoms, lambda symptom: symptom.group)
    return [(group, list(members)) for group, members in groups]


@reading_page
def symptom(request: HttpRequest, slug: str) -> HttpResponse:
    symptom = Symptom.objects.published().filter(slug=slug).first()
    if symptom is None:
        return redirect(merged_symptom(slug), permanent=True)
    description = (
        f"Which failures explain it, ranked, and how to tell them apart: {symptom.statement}"
    )
    context = {
        "title": symptom.statement,
        "description": description,
        "symptom": symptom,
        "background": f"{symptom.background:.2g}",
        "background_means": BACKGROUND_MEANS,
        "phrasings": queries.phrasings(symptom, PHRASINGS),
        "explanations": explained(slug, queries.explanations(symptom)),
        "runs": detector_counts().get(slug),
        "ruled_out": queries.ruled_out(symptom),
        "outcomes": queries.revealing_outcomes(symptom),
        "bounds": bounds_of(symptom),
    }
    return render(request, "dictionary/symptom.html", context)
