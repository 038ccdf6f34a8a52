"""The adapter, with a small model in place of the installed one."""

import json
import pickle
from types import SimpleNamespace

import numpy as np
import pytest

from engine.semantic import minilm
from engine.semantic.minilm import MiniLm, MissingEncoderError

VOCABULARY = {"[CLS]": 0, "[SEP]": 1, "[UNK]": 2, "loss": 3, "nan": 4}


class Session:
    """Gives each piece a vector of its own."""

    def __init__(self, path, options, providers):
        assert path.endswith("model.onnx")
        assert options.intra_op_num_threads == 1

    def run(self, names, fed):
        assert names == ["last_hidden_state"]
        (pieces,) = fed["input_ids"]
        assert fed["attention_mask"].tolist() == [[1] * len(pieces)]
        return [np.eye(minilm.WIDTH, dtype=np.float32)[pieces][None]]


@pytest.fixture
def installed(monkeypatch, tmp_path):
    path = tmp_path / minilm.TOKENIZER
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"model": {"vocab": VOCABULARY}}))
    runtime = SimpleNamespace(SessionOptions=SimpleNamespace, InferenceSession=Session)
    spec = SimpleNamespace(submodule_search_locations=[str(tmp_path)])
    monkeypatch.setattr(minilm, "find_spec", lambda name: spec)
    monkeypatch.setattr(minilm.importlib, "import_module", lambda name: runtime)


def test_a_vector_is_the_mean_of_its_pieces(installed):
    first, second = MiniLm()(["nan loss", "nan nan"])

    assert first[[0, 1, 3, 4]] == pytest.approx([0.5, 0.5, 0.5, 0.5])
    assert second[4] == pytest.approx(2 / 6**0.5)
    assert np.linalg.norm(second) == pytest.approx(1.0)


def test_no_text_has_no_vector(installed):
    assert MiniLm()([]).shape == (0, minilm.WIDTH)


def test_it_is_pickled_without_its_model(installed):
    encoder = MiniLm()
    encoder(["nan"])

    assert len(pickle.dumps(encoder)) < 200


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(minilm, "find_spec", lambda name: None)

    assert not minilm.is_installed()
    with pytest.raises(MissingEncoderError, match="semantic"):
        MiniLm()(["nan"])
