import json

import pytest

from benchmarks.peers.peer import EPOCHS, PEERS, STEPS
from tests.benchmarks.peers.fakes import run

BY_NAME = {peer.name: peer for peer in PEERS}
METRICS = run().inputs.metrics


def test_tools_are_named_once():
    assert len(BY_NAME) == len(PEERS) == 9


def test_a_tool_reads_its_own_names(tmp_path):
    path = BY_NAME["runwise"].write(METRICS, STEPS, tmp_path)

    first = json.loads(path.read_text().splitlines()[0])
    assert first == {"step": 4, "loss": 2.0, "val_loss": 2.5}


def test_an_axis_that_would_be_mistaken_is_left_out(tmp_path):
    curves = {**METRICS, "epoch": [1, 2]}
    path = BY_NAME["training-doctor"].write(curves, EPOCHS, tmp_path)

    assert path.read_text().splitlines()[0] == "step,loss,val_loss"


def test_a_form_that_the_tool_does_not_read_is_refused(tmp_path):
    with pytest.raises(KeyError, match=STEPS):
        BY_NAME["sk-autod"].write(METRICS, STEPS, tmp_path)


def test_a_row_that_would_read_as_nan_is_left_out(tmp_path):
    curves = {"step": [0, 4], "train_loss": [None, 2.0], "val_loss": [3.0, 2.5]}
    path = BY_NAME["gradsnitch"].write(curves, EPOCHS, tmp_path)

    assert path.read_text().splitlines() == ["step,train_loss,val_loss", "4,2.0,2.5"]
