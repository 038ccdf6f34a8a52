"""POST /api/v1/diagnoses/: a run in, the failure modes that explain it out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from drf_spectacular.utils import OpenApiExample, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from diagnostics_api.lane.routes import routed
from diagnostics_api.rest.described_problems import problem_responses
from diagnostics_api.rest.parsers import FileParser, FormParser, JsonParser, UrlencodedParser
from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.diagnosis_request import DiagnosisRequest, JsonBody
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.gate import refuse_unreadable
from diagnostics_api.service.in_force import published_in_force
from diagnostics_api.service.published import Published
from diagnostics_api.service.report_data import report_of
from diagnostics_api.service.report_models import Report
from diagnostics_api.service.throttle import DiagnosisThrottle

PROBLEMS = {
    400: "Malformed: what is wrong stands in errors, by JSON pointer or file and line.",
    406: "Accept names no JSON.",
    411: "The body came in pieces of unknown number: send a Content-Length.",
    413: "Larger than the limit, or a diagnosis of it takes too much time or memory: send less.",
    414: "The address is too long.",
    415: "Packed by Content-Encoding: send the body unpacked, or the packed file as it is.",
    422: "Well-formed, and nothing to diagnose.",
    429: "Too many requests: wait as long as Retry-After says.",
    503: "Too many diagnoses run: wait as long as Retry-After says. Or no content is loaded, or "
    "it is older than the engine, or the text model is unreadable.",
}
RESPONSES = problem_responses(PROBLEMS)
EXAMPLE = OpenApiExample(
    "A loss at chance level",
    {
        "description": "loss sits at 2.303 from the first step, accuracy 10 %",
        "metrics": {"step": [1, 2, 3], "train_loss": [2.303, 2.302, 2.303]},
        "config": {"optimizer": "adam", "learning_rate": 0.001, "n_classes": 10},
    },
    request_only=True,
)


class DiagnosesView(APIView):
    parser_classes = [JsonParser, FormParser, UrlencodedParser, FileParser]
    throttle_classes = [DiagnosisThrottle]
    published: Published | None = None  # given in a worker of the lane, behind the gate

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if self.published is None:
            refuse_unreadable(http_request(request))
        super().initial(request, *args, **kwargs)

    def check_throttles(self, request: Request) -> None:
        if self.published is None:
            super().check_throttles(request)

    @extend_schema(
        operation_id="diagnose",
        summary="Diagnose a training run",
        description="Takes what a run shows and answers which failure modes explain it, on what "
        "evidence, and what "
        "fixes them. A body that is neither JSON nor a form is a file, whatever its media type, "
        "named by Content-Disposition or ?name=. Nothing is kept.",
        request={
            "application/json": JsonBody,
            "multipart/form-data": DiagnosisRequest,
            "text/plain": {"type": "string"},
            "application/octet-stream": {"type": "string", "format": "binary"},
        },
        responses={200: Report, **RESPONSES},
        examples=[EXAMPLE],
    )
    def post(self, request: Request) -> HttpResponseBase:
        if self.published is not None:
            return _answered(request, self.published)
        published = published_in_force()
        return routed(
            http_request(request),
            "api",
            published.library.edition,
            here=lambda: _answered(request, published),
        )


def _answered(request: Request, published: Published) -> Response:
    """Raises ReadError, FieldsError or NothingToDiagnoseError."""
    longest: int = settings.DIAGNOSIS_MAX_BYTES
    question = read_fields(request.data, published.knowledge, longest)
    report = report_of(answer_to(question, published), question.unmeasured)
    http_request(request).verdict = report.verdict  # type: ignore[attr-defined]
    return Response(report.as_data())


def http_request(request: Request) -> HttpRequest:
    inner: HttpRequest = request._request
    return inner
