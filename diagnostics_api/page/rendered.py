"""The page of the form, with an answer or without one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from diagnostics_api.kept.kept_page import KeptPage
from diagnostics_api.kept.replies import private
from diagnostics_api.page.examples import available
from diagnostics_api.page.symptom_groups import symptom_groups
from diagnostics_api.service.published import Published

DESCRIPTION = (
    "Paste a log, curves or words, and get the failures that explain them, with evidence and fixes."
)


def page_of(
    request: HttpRequest,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    standard = {
        "title": "Diagnose a run",
        "description": DESCRIPTION,
        "examples": available(),
    }
    response = render(request, "diagnostics/diagnose.html", standard | context, status=status)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response


def answer_page(
    request: HttpRequest,
    page: KeptPage,
    published: Published | None,
    **more: Any,
) -> HttpResponse:
    """Return the page of an answer. published: None where no symptom can be offered to tick."""
    form = page.form
    groups = symptom_groups(published.library, form.symptoms) if published else ()
    context = {
        "title": page.title,
        "made": page.answer,
        "markdown": page.markdown,
        "form": form,
        "kept": form.corrections,
        "groups": groups,
        **more,
    }
    return private(page_of(request, context))
