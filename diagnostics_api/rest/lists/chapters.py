from __future__ import annotations

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.lists.edition import EditionView
from diagnostics_api.rest.lists.paging import PAGING, PROBLEMS, paged
from diagnostics_api.rest.models.pages import ChapterPage
from diagnostics_api.rest.models.rows import ChapterRow
from dictionary import models, queries


class ChaptersView(EditionView):
    @extend_schema(
        operation_id="list_chapters",
        summary="Chapters",
        parameters=PAGING,
        responses={200: ChapterPage, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        return paged(request, queries.chapters(), row_of, ChapterPage)


def row_of(chapter: models.Chapter) -> ChapterRow:
    return ChapterRow(
        slug=chapter.slug,
        title=chapter.title,
        summary=chapter.summary,
        entries=chapter.entries,  # type: ignore[attr-defined]  # annotated by published()
        url=chapter.get_absolute_url(),
    )
