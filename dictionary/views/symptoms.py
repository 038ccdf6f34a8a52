from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from dictionary import queries
from dictionary.models import Symptom
from dictionary.pages import reading_page

PHRASINGS = 3


@reading_page
def symptom_index(request: HttpRequest) -> HttpResponse:
    order = list(Symptom.Group.values)
    symptoms = sorted(queries.symptoms(), key=lambda symptom: order.index(symptom.group))
    groups = [
        (group, list(members))
        for group, members in groupby(symptoms, lambda symptom: symptom.group)
    ]
    context = {
        "title": "Symptoms",
        "description": "What a failing run shows, by where it shows: loss, validation, "
        "gradients, memory, logs.",
        "groups": groups,
        "total": len(symptoms),
    }
    return render(request, "dictionary/symptom_index.html", context)


@reading_page
def symptom(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Symptom.objects.published(), slug=slug)
    context = {
        "title": found.statement,
        "description": "Which failures explain it, ranked, and how to tell them apart: "
        f"{found.statement}",
        "symptom": found,
        "phrasings": queries.phrasings(found, PHRASINGS),
        "explanations": queries.explanations(found),
        "ruled_out": queries.ruled_out(found),
        "outcomes": queries.revealing_outcomes(found),
    }
    return render(request, "dictionary/symptom.html", context)
