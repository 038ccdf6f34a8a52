from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from rest_framework.exceptions import APIException, Throttled, ValidationError

from diagnostics_api.page.examples import available, example_form
from diagnostics_api.page.form import Form, form_from
from diagnostics_api.page.shown import page_of, symptom_groups
from diagnostics_api.rest.parsers import refuse_unreadable
from diagnostics_api.rest.problems import UnusableError, field_errors
from diagnostics_api.rest.serializers import MAX_FILES, DiagnosisRequestSerializer
from diagnostics_api.rest.throttle import DiagnosisThrottle
from diagnostics_api.service.answer import answer
from diagnostics_api.service.fields import DEFAULT_TOP, inputs_of, is_empty, refuse_unknown_symptoms
from diagnostics_api.service.knowledge import NothingLoadedError, knowledge
from engine.knowledge import Knowledge
from engine.read import Problem, ReadError, read_case
from engine.run import Case

EMPTY = (
    "Nothing was given yet. Describe the problem, paste a log, choose a file or tick what you see."
)


@csrf_exempt  # nothing is kept and nobody is signed in, so there is nothing to forge a request for
@require_http_methods(["GET", "HEAD", "POST"])
def diagnose(request: HttpRequest) -> HttpResponse:
    try:
        known = knowledge()
    except NothingLoadedError as error:
        return _page(request, None, Form(), {"problems": [Problem("", str(error))]}, 503)
    if request.method != "POST":
        form = example_form(request.GET.get("example", "")) or Form(symptoms=_asked(request, known))
        return _page(request, known, form, {})
    return _answered(request, known)


def _asked(request: HttpRequest, known: Knowledge) -> tuple[str, ...]:
    return tuple(slug for slug in request.GET.getlist("symptom") if slug in known.symptoms)


def _answered(request: HttpRequest, known: Knowledge) -> HttpResponse:
    form = Form()
    try:
        _refuse(request)
        form = form_from(request)
        case = _case(form, known)
    except ReadError as error:
        return _page(request, known, form, {"problems": error.problems}, 400)
    except ValidationError as error:
        return _page(request, known, form, {"problems": field_errors(error)}, 400)
    except APIException as error:
        return _page(
            request, known, form, {"problems": [Problem("", str(error.detail))]}, error.status_code
        )
    report = answer(case, known, DEFAULT_TOP)
    return _page(request, known, form, {"answer": page_of(report, case, known)})


def _refuse(request: HttpRequest) -> None:
    refuse_unreadable(request)
    throttle = DiagnosisThrottle()
    if not throttle.allow_request(request, None):  # type: ignore[arg-type]
        raise Throttled(throttle.wait())


def _case(form: Form, known: Knowledge) -> Case:
    """Raises ReadError, ValidationError, or UnusableError when nothing was given."""
    if form.is_empty:
        raise UnusableError(EMPTY)
    if len(form.files) > MAX_FILES:
        raise ValidationError(
            f"{len(form.files)} files were given, of which at most {MAX_FILES} are read at once."
        )
    checked = DiagnosisRequestSerializer(data=form.fields())
    checked.is_valid(raise_exception=True)
    fields = checked.validated_data
    refuse_unknown_symptoms(fields, known)
    inputs = inputs_of(fields, form.files)
    case = read_case(inputs, known)
    if is_empty(case):
        raise UnusableError(EMPTY)
    return case


def _page(
    request: HttpRequest,
    known: Knowledge | None,
    form: Form,
    extra: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": extra["answer"].headline if "answer" in extra else "Diagnose a run",
        "description": "Paste a log, curves or words, and get the failures that explain them, "
        "with evidence and fixes.",
        "form": form,
        "groups": symptom_groups(known, form) if known else [],
        "examples": available(),
        **extra,
    }
    response = render(request, "diagnostics/diagnose.html", context, status=status)
    if request.method == "POST":
        response["Cache-Control"] = "no-store"
    return response
