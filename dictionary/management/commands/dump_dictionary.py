"""Writes the content of the database, edits of the admin included, back to the files."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content.files import hash_files, read_files
from content.problems import ContentError
from dictionary.editions import edition_in_force
from dictionary.loading.dump import dumped, write_folder
from dictionary.loading.edition import adopt_files
from dictionary.loading.from_database import content_of_database


class Command(BaseCommand):
    help = (
        "Write the content of the database to its files in canonical form. Files that would "
        "not change stay."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--to", dest="folder", type=Path, help="another folder than fixtures/")

    def handle(self, *args: Any, **options: Any) -> None:
        if edition_in_force() is None:
            raise CommandError("Nothing is loaded, so there is nothing to write.")
        folder: Path = options["folder"] or settings.FIXTURES_DIR
        try:
            files = dumped(content_of_database(), read_files(settings.FIXTURES_DIR))
        except ContentError as error:
            raise CommandError(str(error)) from error
        changes = write_folder(files, folder)
        if folder == settings.FIXTURES_DIR:
            adopt_files(hash_files(files))
        for path in changes.written:
            self.stdout.write(f"written {path}")
        for path in changes.deleted:
            self.stdout.write(f"deleted {path}")
        self.stdout.write(
            f"{len(files)} files: {len(changes.written)} written, {len(changes.deleted)} deleted."
        )
