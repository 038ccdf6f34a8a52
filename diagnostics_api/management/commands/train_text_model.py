from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content.cases import CaseError, examples
from content.text_model import TEXT_MODEL
from content.to_knowledge import knowledge_without_model
from engine.words_model.train import fit


class Command(BaseCommand):
    help = (
        "Train the text model on the case library, the names and the phrasings, and write it "
        "beside the content."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--fixtures", type=Path, default=settings.FIXTURES_DIR, help="the content folder"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["fixtures"]
        try:
            chosen = examples(folder, knowledge_without_model(folder))
            result = fit(chosen, report=self._report)
        except (CaseError, ValueError) as error:
            raise CommandError(str(error)) from error
        data = result.model.to_bytes()
        (folder / TEXT_MODEL).write_bytes(data)
        self.stdout.write(
            f"{len(chosen)} texts, {len(result.model.classes)} classes, {len(data) / 1e6:.1f} MB. "
            f"Cases of hands held out: right first {result.top1:.1%}, among the first three "
            f"{result.top3:.1%}, Brier score {result.brier:.3f}."
        )
        for part in result.reliability:
            self.stdout.write(
                f"said {part.low:.1f} to {part.high:.1f}: {part.texts} cases, mean "
                f"{part.said:.2f}, right {part.right:.2f}"
            )

    def _report(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
