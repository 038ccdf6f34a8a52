from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from drf_spectacular.utils import OpenApiExample, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from diagnostics_api.rest.parsers import FormParser, JsonParser, LogParser, refuse_unreadable
from diagnostics_api.rest.render import report_as_data
from diagnostics_api.rest.serializers import (
    DiagnosisRequestSerializer,
    ProblemSerializer,
    ReportSerializer,
)
from diagnostics_api.rest.throttle import DiagnosisThrottle
from diagnostics_api.service.answer import answer
from diagnostics_api.service.fields import read_request
from diagnostics_api.service.knowledge import knowledge

PROBLEMS = {
    400: "Malformed: what is wrong stands in errors, by JSON pointer or file and line.",
    413: "Larger than the limit.",
    415: "Neither JSON, nor a form with files, nor plain text.",
    422: "Well-formed, and nothing to diagnose.",
    429: "Too many requests: wait as long as Retry-After says.",
}
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
    parser_classes = [JsonParser, FormParser, LogParser]
    throttle_classes = [DiagnosisThrottle]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        refuse_unreadable(http_request(request))
        super().initial(request, *args, **kwargs)

    @extend_schema(
        operation_id="diagnose",
        summary="Diagnose a training run",
        description="Takes what a run shows and answers which failure modes explain it, on what "
        "evidence, and what "
        "fixes them. A body of text/plain is taken for a log. Nothing is kept.",
        request={
            "application/json": DiagnosisRequestSerializer,
            "multipart/form-data": DiagnosisRequestSerializer,
            "text/plain": {"type": "string"},
        },
        responses={200: ReportSerializer}
        | {
            (status, "application/problem+json"): OpenApiResponse(ProblemSerializer, text)
            for status, text in PROBLEMS.items()
        },
        examples=[EXAMPLE],
    )
    def post(self, request: Request) -> Response:
        known = knowledge()
        case, top, warnings = read_request(request.data, known)
        report = answer(case, known, top, warnings)
        return Response(report_as_data(report, known))


def http_request(request: Request) -> HttpRequest:
    inner: HttpRequest = request._request
    return inner
