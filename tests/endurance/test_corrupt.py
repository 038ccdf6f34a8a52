"""Broken content in short; the long mode is in faults.py."""

import random

import pytest

from tests.endurance.corrupt import broken, corrupt_content, corrupt_models

pytestmark = pytest.mark.usefixtures("small_engine")


def test_broken_files_are_refused_in_words_or_read():
    assert corrupt_content(40, random.Random(1)) == []


def test_broken_models_are_refused_in_words_or_usable(tmp_path):
    assert corrupt_models(12, random.Random(1), tmp_path) == []


def test_every_kind_of_fault_is_made():
    rng = random.Random(1)

    assert len({broken(b"abcdef", rng)[0] for _ in range(100)}) == 7


def test_an_error_without_words_is_told(monkeypatch):
    def fails(_):
        raise KeyError("key")

    monkeypatch.setattr("tests.endurance.corrupt.parse", fails)

    [flaw] = corrupt_content(1, random.Random(1))

    assert flaw.endswith("KeyError('key')")
