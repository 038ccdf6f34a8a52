"""Delete what nobody can come back to: attempts without an answer, and learners long gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.db.models import Max, Q

from quizzes.learners import DAYS
from quizzes.models import Attempt, Learner
from web.leftovers import Leftover

UNANSWERED_DAYS = 1


def leftovers(
    now: dt.datetime,
    days: int = DAYS,
    unanswered_days: int = UNANSWERED_DAYS,
) -> Iterator[Leftover]:
    """Yield what can go, in the order in which it is deleted.

    days: after so many without a start a learner's cookie is void, so that nobody can open the
    attempts. unanswered_days: how long a started attempt waits for its first answer:
    versions before 0.2 stored attempts at their start.
    """
    waiting = Attempt.objects.filter(
        state=Attempt.State.OPEN,
        started__lt=now - dt.timedelta(days=unanswered_days),
    )
    answered = Attempt.objects.filter(items__response__isnull=False)
    unanswered = waiting.exclude(pk__in=answered.values("pk"))
    yield Leftover("attempts without an answer", unanswered)

    learners = Learner.objects.annotate(last_start=Max("attempts__started"))
    gone = now - dt.timedelta(days=days)
    returnless = learners.filter(
        Q(last_start__lt=gone) | Q(last_start=None, created__lt=gone),
    )
    yield Leftover("learners whose cookie is void, with their attempts", returnless)
