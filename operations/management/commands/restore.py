"""manage.py restore: make the database hold what a backup holds."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from operations.backup.archive import reading
from operations.backup.manifest import BackupError
from operations.backup.restore import restore
from operations.backup.save import settings_that_are_set


class Command(BaseCommand):
    help = (
        "Restore a file that manage.py backup made: all of it, or nothing. The database must be "
        "migrated by the version that made the backup, and unused unless --overwrite is given."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("backup", type=Path, help="the file")
        parser.add_argument(
            "--overwrite",
            action="store_true",
            help="replace everything in a database that is in use",
        )
        parser.add_argument(
            "--check",
            action="store_true",
            help="only check that the file is whole, and say what is in it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["backup"]
        try:
            if options["check"]:
                self._describe(path)
                return
            manifest = restore(path, options["overwrite"])
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Restored {manifest.rows} rows, edition {manifest.edition}.")
        missing = sorted(set(manifest.settings) - set(settings_that_are_set()))
        if missing:
            names = ", ".join(missing)
            self.stdout.write(f"Set where the backup was made, and not here: {names}.")

    def _describe(self, path: Path) -> None:
        with reading(path) as backup:
            manifest = backup.manifest
        self.stdout.write(f"{path} is whole: version {manifest.version}, {manifest.made},")
        self.stdout.write(f"{manifest.database}, edition {manifest.edition}.")
        for part in manifest.parts:
            if part.rows:
                self.stdout.write(f"{part.rows:>9} {part.model}")
