from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from content.cases import CaseError, examples
from content.semantic_model import SEMANTIC_MODEL
from content.to_knowledge import knowledge_without_model
from engine.semantic.minilm import MiniLm, MissingEncoderError
from engine.semantic.train import fit_addition
from engine.words_model.train import learn


class Command(BaseCommand):
    help = (
        "Fit what sentence vectors add to the text model, and write it beside the content. Needs "
        "the extra semantic, and as long as training the text model. Train that first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--fixtures", type=Path, default=settings.FIXTURES_DIR, help="the content folder"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["fixtures"]
        encoder = MiniLm()
        try:
            encoder(["is the extra installed?"])
            chosen = examples(folder, knowledge_without_model(folder))
            learned = learn(chosen, report=self._report)
            result = fit_addition(chosen, learned, encoder)
        except (CaseError, MissingEncoderError, ValueError) as error:
            raise CommandError(str(error)) from error
        data = result.addition.to_bytes()
        (folder / SEMANTIC_MODEL).write_bytes(data)
        self.stdout.write(
            f"{len(chosen)} texts, {len(data) / 1e6:.1f} MB. Cases of hands held out: right first "
            f"{result.top1:.1%} (words alone {result.words_top1:.1%}), among the first three "
            f"{result.top3:.1%} ({result.words_top3:.1%})."
        )

    def _report(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
