"""How often it is right: the figures, every miss, every rule, and all of it as JSON."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from content.accuracy import Accuracy
from dictionary import measured
from dictionary.pages.accuracy.detectors import BY_SIGNAL, ORDERS, detector_groups
from dictionary.pages.accuracy.figures import diagrams
from dictionary.pages.accuracy.json_record import json_text
from dictionary.pages.accuracy.misses import misses_by_set
from dictionary.pages.accuracy.names import names
from dictionary.pages.accuracy.results import results_of
from dictionary.pages.accuracy.systems import system_rows
from web.reading import reading_page

TITLE = "How often it is right"
ABOUT = "What was measured of the diagnosis, on which data, beside other tools, with every miss."


@reading_page
def accuracy(request: HttpRequest) -> HttpResponse:
    figures = _measured()
    context = {
        **_frame(figures, TITLE),
        "results": results_of(figures),
        "systems": system_rows(figures.systems),
        "diagrams": diagrams(figures),
        "missed": len(figures.misses),
        "detectors": len(measured.detector_counts()),
    }
    return render(request, "dictionary/accuracy/accuracy.html", context)


@reading_page
def misses(request: HttpRequest) -> HttpResponse:
    figures = _measured()
    named = names(figures.terms)
    context = {
        **_frame(figures, "What it got wrong"),
        "sets": misses_by_set(figures, named),
    }
    return render(request, "dictionary/accuracy/misses.html", context)


@reading_page
def rules(request: HttpRequest) -> HttpResponse:
    figures = _measured()
    named = names(figures.terms)
    order = request.GET.get("order", BY_SIGNAL)
    if order not in ORDERS:
        order = BY_SIGNAL
    counts = measured.detector_counts()
    context = {
        **_frame(figures, "Every rule"),
        "groups": detector_groups(counts, named, order),
        "order": order,
        "systems": system_rows(figures.systems),
    }
    return render(request, "dictionary/accuracy/rules.html", context)


@reading_page
def as_json(request: HttpRequest) -> HttpResponse:
    text = json_text(_measured(), measured.detector_counts())
    return HttpResponse(text, content_type="application/json")


def _measured() -> Accuracy:
    figures = measured.accuracy()
    if figures is None:
        raise Http404
    return figures


def _frame(figures: Accuracy, title: str) -> dict[str, Any]:
    return {
        "title": title,
        "description": ABOUT,
        "figures": figures,
    }
