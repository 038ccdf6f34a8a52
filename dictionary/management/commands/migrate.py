"""Django's command, by one process at a time: of four at once on PostgreSQL two failed."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from dictionary.loading.one_at_a_time import one_at_a_time


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        with one_at_a_time():
            super().handle(*args, **options)
