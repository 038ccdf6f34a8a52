"""Sentence vectors stand beside the words where the extra is installed and its file fits."""

import logging

import pytest

from content import semantic_model
from content.semantic_model import SEMANTIC_MODEL, with_vectors
from content.text_model import TEXT_MODEL, read_text_model
from engine.semantic.model import SemanticModel
from engine.semantic.train import fit_addition
from engine.words_model.train import fit, learn
from tests.engine.semantic.stand_in import StandIn
from tests.engine.words_model.texts import EXAMPLES

WORDS = fit(EXAMPLES).model


@pytest.fixture
def folder(tmp_path):
    addition = fit_addition(EXAMPLES, learn(EXAMPLES), StandIn()).addition
    (tmp_path / SEMANTIC_MODEL).write_bytes(addition.to_bytes())
    (tmp_path / TEXT_MODEL).write_bytes(WORDS.to_bytes())
    return tmp_path


@pytest.fixture
def installed(monkeypatch):
    monkeypatch.setattr(semantic_model, "is_installed", lambda: True)
    monkeypatch.setattr(semantic_model, "MiniLm", StandIn)


def test_with_the_extra_the_model_has_vectors(folder, installed):
    model = read_text_model(folder)

    assert isinstance(model, SemanticModel)
    assert model.fingerprint == WORDS.fingerprint


def test_without_the_extra_the_words_answer_alone(folder, monkeypatch):
    monkeypatch.setattr(semantic_model, "is_installed", lambda: False)

    assert with_vectors(WORDS, folder) is WORDS


def test_without_a_file_the_words_answer_alone(tmp_path, installed):
    assert with_vectors(WORDS, tmp_path) is WORDS


@pytest.mark.parametrize("data", [b"broken", None])
def test_a_file_that_does_not_fit_is_told_and_passed_over(folder, installed, caplog, data):
    words = WORDS
    if data is None:
        words = fit(EXAMPLES[:8]).model
    else:
        (folder / SEMANTIC_MODEL).write_bytes(data)

    with caplog.at_level(logging.WARNING):
        assert with_vectors(words, folder) is words

    assert "train_semantic_model" in caplog.text
