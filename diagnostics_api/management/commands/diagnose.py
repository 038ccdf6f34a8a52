from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from diagnostics_api.rest.render import report_as_data
from diagnostics_api.rest.serializers import MAX_TOP
from diagnostics_api.service.answer import answer
from diagnostics_api.service.fields import DEFAULT_TOP, is_empty
from diagnostics_api.service.knowledge import NothingLoadedError, knowledge
from diagnostics_api.terminal.text import report_as_text
from engine.read import Inputs, NamedFile, ReadError, read_case

UNREADABLE = 2


class Command(BaseCommand):
    help = (
        "Diagnose a training run from its logs, metric files and configuration. Exits with 0 "
        "whatever the verdict "
        "and with 2 when the input cannot be read or holds nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "files",
            nargs="*",
            metavar="FILE",
            help="logs, tables, event files; - reads standard input",
        )
        parser.add_argument("--describe", default="", metavar="TEXT", help="the problem in words")
        parser.add_argument("--config", metavar="FILE", help="the configuration, YAML or JSON")
        parser.add_argument(
            "--top", type=int, default=DEFAULT_TOP, help=f"failure modes to list (1 to {MAX_TOP})"
        )
        parser.add_argument("--json", action="store_true", help="print the answer of the API")

    def handle(self, *args: Any, **options: Any) -> None:
        if not 1 <= options["top"] <= MAX_TOP:
            raise CommandError(f"--top must be between 1 and {MAX_TOP}", returncode=UNREADABLE)
        try:
            known = knowledge()
            case = read_case(_inputs(options), known)
        except OSError as error:
            raise CommandError(
                f"{error.filename}: {error.strerror}", returncode=UNREADABLE
            ) from error
        except ReadError as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error
        except NothingLoadedError as error:
            raise CommandError(str(error)) from error
        if is_empty(case):
            raise CommandError(
                "Nothing to diagnose: name a file or describe the problem.", returncode=UNREADABLE
            )
        report = answer(case, known, options["top"])
        if options["json"]:
            data = report_as_data(report, known)
            self.stdout.write(json.dumps(data, indent=2, ensure_ascii=False))
        else:
            self.stdout.write(report_as_text(report, known), ending="")


def _inputs(options: dict[str, Any]) -> Inputs:
    config = options["config"]
    return Inputs(
        description=options["describe"],
        config=Path(config).read_text(encoding="utf-8", errors="replace") if config else {},
        files=tuple(_file(name) for name in options["files"]),
    )


def _file(name: str) -> NamedFile:
    if name == "-":
        return NamedFile("standard input", sys.stdin.buffer.read())
    return NamedFile(Path(name).name, Path(name).read_bytes())
