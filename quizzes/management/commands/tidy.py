"""Deletes what nobody needs any more: for a timer, once a day."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.module_loading import import_string

from quizzes.learners import DAYS
from quizzes.tidy import UNANSWERED_DAYS, leftovers
from web.leftovers import Leftover, delete


class Command(BaseCommand):
    help = (
        "Delete attempts that were started and never answered, learners who cannot come back, with "
        "their attempts, and answers of diagnoses and sessions that have expired. Run it once a "
        "day; it may run while the site is in use."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="only count what would be deleted"
        )
        parser.add_argument(
            "--unanswered-days",
            type=at_least_one,
            default=UNANSWERED_DAYS,
            help="how long a started attempt waits for its first answer (default: %(default)s)",
        )
        parser.add_argument(
            "--days",
            type=at_least_one,
            default=DAYS,
            help="how long a learner is kept after the last start; the cookie is void after "
            f"{DAYS} (default: %(default)s)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        dry_run: bool = options["dry_run"]
        now = timezone.now()
        verb = "would be deleted" if dry_run else "deleted"
        of_quizzes = leftovers(now, options["days"], options["unanswered_days"])
        for leftover in (*of_quizzes, *_of_other_parts(now)):
            count = leftover.rows.count() if dry_run else delete(leftover)
            self.stdout.write(f"{count} {leftover.name} {verb}.")

        expired = Session.objects.filter(expire_date__lt=now).count()
        if not dry_run:
            call_command("clearsessions")
        self.stdout.write(f"{expired} expired sessions {verb}.")


def _of_other_parts(now: dt.datetime) -> Iterator[Leftover]:
    for name in settings.LEFTOVERS:
        yield from import_string(name)(now)


def at_least_one(text: str) -> int:
    """Refuse 0, which would delete what people are working on."""
    days = int(text)
    if days < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return days
