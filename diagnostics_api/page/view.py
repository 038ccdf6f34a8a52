from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from rest_framework.exceptions import APIException, Throttled

from diagnostics_api.kept.browser import comes_from_elsewhere, keep_key, key_of
from diagnostics_api.kept.kept_page import CONTENT_TYPE, KeptPage, packed, unpacked
from diagnostics_api.kept.shelf import put
from diagnostics_api.lane.errors import LaneError
from diagnostics_api.lane.routes import routed
from diagnostics_api.page.examples import example_form
from diagnostics_api.page.form import Form
from diagnostics_api.page.markdown import markdown_of
from diagnostics_api.page.rendered import answer_page, page_of
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
from diagnostics_api.service.report_data import report_of
from diagnostics_api.service.throttle import DiagnosisThrottle
from engine.read import Problem, ReadError

EMPTY = (
    "Nothing was given yet. Describe the problem, paste a log, choose a file or tick what you see."
)


# What another site makes a browser send is answered and not kept, so there is nothing to forge.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def diagnose(request: HttpRequest) -> HttpResponseBase:
    try:
        published = published_in_force()
    except (NothingLoadedError, ContentChangedError) as error:
        return page_of(request, {"form": Form(), "problems": [Problem("", str(error))]}, 503)
    # The page is of the edition that it was made with, also while another comes into force.
    request.edition = partial(edition_of, published)  # type: ignore[attr-defined]
    if request.method == "POST":
        return _routed(request, published)
    example = request.GET.get("example", "")
    form = example_form(example) or _linked_form(request, published)
    groups = symptom_groups(published.library, form.symptoms)
    return page_of(request, {"form": form, "groups": groups})


def _linked_form(request: HttpRequest, published: Published) -> Form:
    """Return the form with the symptoms ticked that a link names."""
    named = request.GET.getlist("symptom")
    return Form(symptoms=tuple(slug for slug in named if slug in published.library.symptoms))


def _routed(request: HttpRequest, published: Published) -> HttpResponseBase:
    try:
        _refuse(request)
        response = routed(
            request,
            "page",
            published.library.edition,
            here=lambda: diagnosed(request, published),
        )
    except APIException as error:
        return _refused(request, published, error)
    if response.headers["Content-Type"] != CONTENT_TYPE:
        return response
    return _kept(request, published, b"".join(response))


def _kept(request: HttpRequest, published: Published, answer: bytes) -> HttpResponse:
    """Keep an answer and lead to its address; where it cannot be kept, show it at once."""
    key = key_of(request)
    kept = None if comes_from_elsewhere(request) else put(request, answer, key)
    if kept is None:
        return answer_page(request, unpacked(answer), published)
    response = redirect("diagnose-answer", kept.address)
    response.status_code = 303  # the browser asks for it by GET
    keep_key(response, key)
    return response


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
    response = page_of(request, context, error.status_code)
    wait = getattr(error, "wait", None)
    if wait is not None:
        response["Retry-After"] = str(max(1, int(wait)))
    return response


def diagnosed(request: HttpRequest, published: Published) -> HttpResponse:
    """Return an answer as it is kept, or a page that says why there is none."""
    context: dict[str, Any] = {"form": Form()}
    try:
        form = sent_form(request)
        context |= {"form": form, "kept": form.corrections}
        made, verdict = _answered(form, published)
    except (ReadError, FieldsError) as error:
        context["problems"], status = error.problems, 400
    except NothingToDiagnoseError:
        context["problems"], status = [Problem("", EMPTY)], 422
    else:
        request.verdict = verdict  # type: ignore[attr-defined]
        return HttpResponse(packed(made), content_type=CONTENT_TYPE)
    context["groups"] = symptom_groups(published.library, context["form"].symptoms)
    return page_of(request, context, status)


def _answered(form: Form, published: Published) -> tuple[KeptPage, str]:
    """Return the page and the verdict. Raises ReadError, FieldsError or NothingToDiagnoseError."""
    answer = _answer(form, published)
    page = shown(answer)
    read = what_was_read(answer, form.corrections)
    context = {"answer": page, "read": read, "form": form}
    unseen = form.corrections.beside(read.keys, bool(read.runs))
    made = KeptPage(
        title=page.headline,
        answer=render_to_string("diagnostics/_answer.html", context),
        form=replace(form, corrections=unseen),
        report=report_of(answer).as_data(),
        markdown=markdown_of(page, published.library),
    )
    return made, page.verdict


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
