from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.lists.edition import EditionView
from diagnostics_api.rest.lists.paging import PAGING, PROBLEMS, paged
from diagnostics_api.rest.models.pages import QuizPage
from diagnostics_api.rest.models.rows import QuizRow
from quizzes import listing


class QuizzesView(EditionView):
    @extend_schema(
        operation_id="list_quizzes",
        summary="Quizzes",
        parameters=PAGING,
        responses={200: QuizPage, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        return paged(request, listing.quiz_rows(), row_of, QuizPage)


def row_of(quiz: listing.QuizRow) -> QuizRow:
    return QuizRow.model_validate(quiz)
