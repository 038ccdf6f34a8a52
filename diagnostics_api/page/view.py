from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from rest_framework.exceptions import APIException, Throttled

from diagnostics_api.lane.errors import LaneError
from diagnostics_api.lane.routes import routed
from diagnostics_api.page.examples import available, example_form
from diagnostics_api.page.form import Form
from diagnostics_api.page.sent_form import sent_form
from diagnostics_api.page.shown import shown
from diagnostics_api.page.symptom_groups import symptom_groups
from diagnostics_api.page.what_was_read import what_was_read
from diagnostics_api.service.answer import Answer, answer_to
from diagnostics_api.service.diagnosis_request import MAX_FILES
from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.gate import refuse_unreadable
from diagnostics_api.service.in_force import ContentChangedError, edition_of, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.service.published import Published
from diagnostics_api.service.throttle import DiagnosisThrottle
from engine.read import Problem, ReadError

EMPTY = (
    "Nothing was given yet. Describe the problem, paste a log, choose a file or tick what you see."
)
DESCRIPTION = (
    "Paste a log, curves or words, and get the failures that explain them, with evidence and fixes."
)


@csrf_exempt  # nothing is kept and nobody is signed in, so there is nothing to forge a request for
@require_http_methods(["GET", "HEAD", "POST"])
def diagnose(request: HttpRequest) -> HttpResponseBase:
    try:
        published = published_in_force()
    except (NothingLoadedError, ContentChangedError) as error:
        return _page(request, {"form": Form(), "problems": [Problem("", str(error))]}, 503)
    # The page is of the edition that it was made with, also while another comes into force.
    request.edition = partial(edition_of, published)  # type: ignore[attr-defined]
    if request.method == "POST":
        return _routed(request, published)
    example = request.GET.get("example", "")
    form = example_form(example) or _linked_form(request, published)
    groups = symptom_groups(published.library, form.symptoms)
    return _page(request, {"form": form, "groups": groups})


def _linked_form(request: HttpRequest, published: Published) -> Form:
    """Return the form with the symptoms ticked that a link names."""
    named = request.GET.getlist("symptom")
    return Form(symptoms=tuple(slug for slug in named if slug in published.library.symptoms))


def _routed(request: HttpRequest, published: Published) -> HttpResponseBase:
    try:
        _refuse(request)
        return routed(
            request,
            "page",
            published.library.edition,
            here=lambda: diagnosed(request, published),
        )
    except APIException as error:
        return _refused(request, published, error)


def _refused(
    request: HttpRequest,
    published: Published,
    error: APIException,
) -> HttpResponse:
    """Say why there is no diagnosis, with what was typed where the body was looked at."""
    form = Form()
    if isinstance(error, LaneError):
        form = sent_form(request)
    context = {
        "form": form,
        "kept": form.corrections,
        "problems": [Problem("", str(error.detail))],
        "groups": symptom_groups(published.library, form.symptoms),
    }
    response = _page(request, context, error.status_code)
    wait = getattr(error, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(max(1, int(wait)))
    return response


def diagnosed(request: HttpRequest, published: Published) -> HttpResponse:
    context: dict[str, Any] = {"form": Form()}
    status = 200
    try:
        form = sent_form(request)
        context |= {"form": form, "kept": form.corrections}
        context |= _answered(context["form"], published)
        request.verdict = context["answer"].verdict  # type: ignore[attr-defined]
    except (ReadError, FieldsError) as error:
        context["problems"], status = error.problems, 400
    except NothingToDiagnoseError:
        context["problems"], status = [Problem("", EMPTY)], 422
    context["groups"] = symptom_groups(published.library, context["form"].symptoms)
    return _page(request, context, status)


def _answered(form: Form, published: Published) -> dict[str, Any]:
    """Raises ReadError, FieldsError or NothingToDiagnoseError."""
    answer = _answer(form, published)
    page = shown(answer)
    read = what_was_read(answer, form.corrections)
    return {
        "answer": page,
        "title": page.headline,
        "read": read,
        "kept": form.corrections.beside(read.keys, bool(read.runs)),
    }


def _refuse(request: HttpRequest) -> None:
    """Raises an APIException for a body that cannot be read, and for too many requests."""
    refuse_unreadable(request)
    throttle = DiagnosisThrottle()
    if not throttle.allow_request(request):
        raise Throttled(throttle.wait())


def _answer(form: Form, published: Published) -> Answer:
    """Raises ReadError, FieldsError or NothingToDiagnoseError."""
    if form.is_empty:
        raise NothingToDiagnoseError
    count = len(form.files)
    if count > MAX_FILES:
        detail = f"{count} files were given, of which at most {MAX_FILES} are read at once."
        problem = Problem("", detail)
        raise FieldsError(problem)
    fields = form.fields()
    question = read_fields(
        fields,
        published.knowledge,
        longest=settings.DIAGNOSIS_MAX_BYTES,
    )
    return answer_to(question, published)


def _page(request: HttpRequest, context: dict[str, Any], status: int = 200) -> HttpResponse:
    standard = {
        "title": "Diagnose a run",
        "description": DESCRIPTION,
        "examples": available(),
    }
    response = render(request, "diagnostics/diagnose.html", standard | context, status=status)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response
