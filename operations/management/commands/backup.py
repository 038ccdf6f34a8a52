"""manage.py backup: save what is not in the checkout, while the site goes on."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from operations.backup.manifest import BackupError
from operations.backup.save import save

PREFIX = "lossary-"
SUFFIX = ".backup.zip"


class Command(BaseCommand):
    help = (
        "Save attempts, accounts, editions with what was edited in the admin, and the names of the "
        "settings that are set (never their values) into one file that restores on SQLite and "
        "PostgreSQL. The site may run meanwhile. The file holds hashes of passwords: only its "
        "owner may read it. Keep SECRET_KEY elsewhere: it is not in it."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "to",
            type=Path,
            help=f"a new file, or a folder that gets {PREFIX}DATE{SUFFIX}",
        )
        parser.add_argument(
            "--keep",
            type=int,
            metavar="N",
            help="in a folder: remove the oldest backups beyond the newest N",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["to"]
        keep: int | None = options["keep"]
        if keep is not None and (keep < 1 or not path.is_dir()):
            raise CommandError("--keep needs a folder and a number from 1 on.")
        if path.is_dir():
            moment = timezone.now().strftime("%Y%m%dT%H%M%S.%fZ")
            path = path / f"{PREFIX}{moment}{SUFFIX}"
        try:
            manifest = save(path)
        except BackupError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Saved {manifest.rows} rows, edition {manifest.edition}, in {path}.")
        if keep is not None:
            self._remove_oldest(path.parent, keep)

    def _remove_oldest(self, folder: Path, keep: int) -> None:
        backups = sorted(folder.glob(f"{PREFIX}*{SUFFIX}"))
        for backup in backups[:-keep]:
            backup.unlink()
            self.stdout.write(f"Removed {backup}.")
