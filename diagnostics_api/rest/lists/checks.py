from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from diagnostics_api.rest.lists.edition import EditionView
from diagnostics_api.rest.lists.paging import PAGING, PROBLEMS, paged
from diagnostics_api.rest.models.pages import CheckPage
from diagnostics_api.rest.models.rows import CheckOutcome, CheckRow
from dictionary import models

USED = Q(confirmations__isnull=False)
BY_A_DRAFT = Q(confirmations__failure_mode__status=models.FailureMode.Status.DRAFT)


class ChecksView(EditionView):
    @extend_schema(
        operation_id="list_checks",
        summary="Checks with their outcomes",
        parameters=PAGING,
        responses={200: CheckPage, **PROBLEMS},
    )
    def get(self, request: Request) -> Response:
        return paged(request, with_uses(), row_of, CheckPage)


def with_uses() -> QuerySet[models.Check]:
    counted = models.Check.objects.annotate(
        used_by=Count("confirmations", filter=USED & ~BY_A_DRAFT)
    )
    return counted.prefetch_related("outcomes__symptom").order_by("position")


def row_of(check: models.Check) -> CheckRow:
    return CheckRow.model_validate(
        {
            "slug": check.slug,
            "title": check.title,
            "cost": check.cost,
            "summary": check.summary,
            "procedure": check.procedure,
            "used_by": check.used_by,  # type: ignore[attr-defined]  # annotated above
            "outcomes": [outcome_of(outcome) for outcome in check.outcomes.all()],
            "url": check.get_absolute_url(),
        }
    )


def outcome_of(outcome: models.Outcome) -> CheckOutcome:
    return CheckOutcome(
        symptom=outcome.symptom.slug,
        question=outcome.question,
        if_yes=outcome.if_yes,
        if_no=outcome.if_no,
    )
