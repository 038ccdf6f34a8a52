"""Reads fixtures/, tells every problem, or makes the database hold exactly what the files say."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.module_loading import import_string

from content.cases import TextModelState, text_model_state_of_folder
from content.content import Content, HashedContent, content_of
from content.files import Files, hash_files, read_files
from content.problems import ContentError
from content.rules import Rule
from content.tree import Tree, parse
from dictionary.editions import edition_in_force
from dictionary.loading.in_force import keep_for_all
from dictionary.loading.load import prepared, write
from dictionary.loading.one_at_a_time import one_at_a_time
from dictionary.loading.text_model import kept_state
from dictionary.models import Edition
from dictionary.search import index_rows, write_index

KEPT_EDITS = 3  # exit code: nothing is broken, and a person must decide

TEXT_MODEL_WARNINGS = {
    "outdated": "The text model was fitted on other content. Run: manage.py train_text_model",
    "missing": "There is no text model. Run: manage.py train_text_model",
}


class Command(BaseCommand):
    help = (
        "Check the content files and load them, all or nothing. Does nothing when they are "
        "loaded already. Exit code 3: the files and the content in the admin have both changed, "
        "and the edition in force stays."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="only tell the problems; exit 1 if there are any"
        )
        parser.add_argument(
            "--release", action="store_true", help="check also that the text model fits the content"
        )
        parser.add_argument(
            "--from", dest="folder", type=Path, default=settings.FIXTURES_DIR, help="content folder"
        )
        parser.add_argument(
            "--discard-edits",
            action="store_true",
            help="load although edits made in the admin are not dumped yet",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.perf_counter()
        folder: Path = options["folder"]
        files = read_files(folder)
        if options["check"] or options["release"]:
            self._check(files, folder, release=options["release"])
            return
        with one_at_a_time():
            loaded = self._loaded(files, folder, discard_edits=options["discard_edits"])
        if loaded is not None:
            edition, content = loaded
            seconds = time.perf_counter() - started
            self.stdout.write(f"Edition {edition} loaded in {seconds:.1f} s: {_summary(content)}.")

    def _loaded(
        self, files: Files, folder: Path, discard_edits: bool
    ) -> tuple[Edition, Content] | None:
        """Return what was loaded, None where nothing had to be.

        The transaction only writes: what takes long is made before, while the site goes on.
        """
        files_hash = hash_files(files)
        if not self._must_load(files_hash, discard_edits):
            return None
        content = self._content(files)
        state = self._check_text_model(content, folder)
        kept_state(files_hash, folder, lambda: state)
        wanted = prepared(content)
        rows = index_rows(content)
        made_of_content = map(import_string, settings.MADE_OF_CONTENT)
        hashed = HashedContent(content, files_hash)
        keep_for_all(made_of_content, hashed)
        with transaction.atomic():
            edition = write(wanted, content, files_hash)
            write_index(rows)
        return edition, content

    def _check(self, files: Files, folder: Path, release: bool) -> None:
        content = self._content(files)
        self._check_text_model(content, folder, release=release)
        self.stdout.write(_summary(content) + ": no problems.")

    def _check_text_model(
        self, content: Content, folder: Path, release: bool = False
    ) -> TextModelState:
        """Return the state of the model. Warn of an outdated or missing one, or refuse it for a
        release.

        Refuse an unreadable one always, since every diagnosis would fail.
        """
        try:
            state = text_model_state_of_folder(content, folder)
        except ValueError as error:
            raise CommandError(str(error)) from error

        warning = TEXT_MODEL_WARNINGS.get(state)
        if warning and release:
            raise CommandError(warning)
        if warning:
            self.stderr.write(self.style.WARNING(f"Warning: {warning}"))
        return state

    def _content(self, files: Files) -> Content:
        if not files:
            raise CommandError("There are no content files.")
        try:
            return content_of(_checked_tree(files))
        except ContentError as error:
            for problem in error.problems:
                self.stderr.write(str(problem))
            raise CommandError(f"{len(error.problems)} problems, nothing was loaded.") from error

    def _must_load(self, files_hash: str, discard_edits: bool) -> bool:
        edition = edition_in_force()
        if edition is None or discard_edits:
            return True
        if edition.files_hash != files_hash:
            if edition.is_edited:
                raise CommandError(
                    "The files have changed, and so has the content in the admin. Save the "
                    "edits with"
                    " dump_dictionary --to DIR and merge them, or load with --discard-edits. "
                    f"Until then edition {edition} stays in force.",
                    returncode=KEPT_EDITS,
                )
            return True
        if edition.is_edited:
            self.stdout.write(
                f"Edition {edition} kept: it was edited in the admin; dump_dictionary saves the "
                "edits."
            )
        else:
            self.stdout.write(f"Edition {edition} is up to date.")
        return False


def _checked_tree(files: Files) -> Tree:
    """Parse the files and add the problems that the rules in settings.CONTENT_RULES find."""
    tree = parse(files)
    for path in settings.CONTENT_RULES:
        rule: Rule = import_string(path)
        tree.problems.extend(rule(tree))
    return tree


def _summary(content: Content) -> str:
    return (
        f"{len(content.failure_modes)} entries in {len(content.chapters)} chapters,"
        f" {len(content.symptoms)} symptoms, {len(content.checks)} checks,"
        f" {len(content.quizzes)} quizzes"
    )
