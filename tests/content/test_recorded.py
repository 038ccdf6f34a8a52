"""Counts of recorded runs, as the ranking uses them."""

import pytest

from content.recorded import read_recorded
from engine.knowledge import Recorded
from tests.engine.content import FIXTURES, real_knowledge


def test_runs_that_only_look_wrong_count_as_healthy(tmp_path):
    (tmp_path / "likelihoods.yaml").write_text(
        "loss-spikes: {listed: [6, 1], good: [108, 2], normal: [40, 3]}\n"
    )
    assert read_recorded(tmp_path) == {"loss-spikes": Recorded(148, 5, 6, 1)}


def test_a_folder_without_counts_has_none(tmp_path):
    assert read_recorded(tmp_path) == {}


def test_counts_that_cannot_be_read_name_their_symptom(tmp_path):
    (tmp_path / "likelihoods.yaml").write_text("loss-spikes: {listed: [1, 6]}\n")
    with pytest.raises(ValueError, match="loss-spikes"):
        read_recorded(tmp_path)


def test_the_engine_uses_the_counts_of_the_content():
    assert real_knowledge().recorded == read_recorded(FIXTURES)
    assert set(real_knowledge().recorded) <= set(real_knowledge().symptoms)
