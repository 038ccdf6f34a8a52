import json
import random
from dataclasses import replace

import pytest
import torch

from lab import data, healthy, record
from lab.faults import fault, setting
from lab.probes import rounded
from lab.setup import Setup
from lab.train import train

FIELDS = {"log_level", "framework", "task", "n_classes", "dataset", "model", "config", "metrics", "labels", "check"}
TINY = {"epochs": 8, "batch_size": 25, "width": 16, "depth": 1, "learning_rate": 0.02, "optimizer": "adam"}
TINY |= {"momentum": 0.0, "normalization": "none", "level": "basic", "schedule": "constant"}
BASE = {"kinds": ["mlp"], "tasks": ["classification"], "makers": [data.clusters], "n_train": [200]}


def test_a_fault_that_shows_is_recorded_in_the_format():
    slow = fault("learning-rate-too-low", "underfitting", setting(learning_rate=1e-6), base=BASE, **TINY)
    faulty, _, effect = record.record_fault(slow, seed=7)

    assert set(faulty) == FIELDS
    assert faulty["labels"] == {
        "primary": "learning-rate-too-low",
        "acceptable": ["learning-rate-too-low", "underfitting"],
    }
    assert faulty["check"]["final_val"] < faulty["check"]["twin_final_val"]
    assert faulty["check"]["effect"] == effect
    assert json.loads(json.dumps(faulty)) == faulty


def test_a_fault_that_does_not_show_is_dropped():
    harmless = fault("learning-rate-too-low", "", setting(learning_rate=0.019), base=BASE, **TINY)

    assert record.record_fault(harmless, seed=7)[0] is None


def test_the_hidden_faults_are_not_in_the_configuration():
    setup = Setup(data=data.clusters(random.Random(0), 60), zero_grad=False, double_softmax=True, state_shuffle=True)
    config = record.config_of(setup)

    assert {"zero_grad", "double_softmax", "eval_mode"}.isdisjoint(config)
    assert config["shuffle"] is True
    assert "shuffle" not in record.config_of(replace(setup, state_shuffle=False))


def test_numbers_that_are_not_finite_become_words():
    values = {"a": [float("nan"), float("inf"), -float("inf")], "b": 1 / 3, "c": None, "d": True}

    assert rounded(values) == {"a": ["NaN", "Infinity", "-Infinity"], "b": 0.33333, "c": None, "d": True}


def test_seeds_are_stable_and_differ():
    assert record.seed_of("dying-relu", 0, 0) == record.seed_of("dying-relu", 0, 0)
    assert len({record.seed_of("dying-relu", number, attempt) for number in range(3) for attempt in range(3)}) == 9


@pytest.mark.parametrize("maker", healthy.MAKERS, ids=lambda maker: maker.__name__)
def test_every_healthy_variant_can_be_trained(maker):
    torch.manual_seed(3)
    setup = replace(maker(random.Random(3)), epochs=1, level="basic")
    metrics, _ = train(setup, seed=3)

    assert len(metrics["val_loss"]) == 1


def flat_run(score=0.95, losses=(1.0, 0.5, 0.3, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2)):
    return {"val_loss": list(losses), "val_accuracy": [score] * len(losses)}


def easy_data():
    torch.manual_seed(4)
    return data.clusters(random.Random(4), 300)


def test_a_settled_run_near_the_reference_is_healthy():
    assert healthy.why_not_healthy(flat_run(), easy_data()) is None


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        (flat_run(score=0.4), "below the reference"),
        (flat_run(losses=(1.0, 0.2, 0.2, 0.3, 0.4, 0.5, 0.6)), "turned up"),
        (flat_run(losses=(1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)), "turned up|still falling"),
    ],
)
def test_a_run_that_fails_overfits_or_still_falls_is_not(run, reason):
    assert any(part in healthy.why_not_healthy(run, easy_data()) for part in reason.split("|"))


def test_an_unknown_fault_is_refused_with_the_list(tmp_path, capsys):
    with pytest.raises(SystemExit):
        record.main(["--out", str(tmp_path), "--only", "bad-luck"])

    assert "dying-relu" in capsys.readouterr().err


def test_the_numbers_of_the_runs_start_where_asked(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(record, "record_until_kept", lambda fault, number, out: asked.append((fault.slug, number)))
    record.main(["--out", str(tmp_path), "--only", "dying-relu", "--seeds", "2", "--first", "5"])

    assert asked == [("dying-relu", 5), ("dying-relu", 6)]
