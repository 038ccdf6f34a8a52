from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from diagnostics_api.service.in_force import ContentChangedError, published_in_force
from diagnostics_api.service.knowledge import NothingLoadedError
from diagnostics_api.terminal.command import (
    HELP,
    UnreadableError,
    add_arguments,
    options_of,
    output_of,
)
from diagnostics_api.terminal.output import UnwritableError, print_output
from diagnostics_api.terminal.progress import progress


class Command(BaseCommand):
    help = HELP
    # Django's own checks import every page of the site: 17 MB and a fifth of a second.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            chosen = options_of(options)
            with progress("Diagnosing", sys.stderr):
                output = output_of(chosen, published_in_force())
            print_output(output.text, self.stdout)
        except UnreadableError as error:
            raise CommandError(str(error), returncode=UnreadableError.exit_code) from error
        except (NothingLoadedError, ContentChangedError, UnwritableError) as error:
            raise CommandError(str(error), returncode=UnreadableError.exit_code) from error
        if output.exit_code:
            sys.exit(output.exit_code)
