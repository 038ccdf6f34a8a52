import pytest

from engine.read.settings.paths import (
    ASIDE,
    OF_PROGRAM,
    OF_RESULTS,
    Place,
    flattened,
    is_summary,
    place_of,
)
from tests.together import together


@together(
    "config, paths",
    [
        ({"a": {"b": 1}}, {"a.b": 1}),
        ({"lr": {"value": 0.1, "desc": None}}, {"lr": 0.1}),
        ({"_wandb": {"value": {"t": 1}}, "lr": 1}, {"lr": 1}),
        ({"groups": [{"lr": 1}, {"lr": 2}]}, {"groups.0.lr": 1, "groups.1.lr": 2}),
        ({"args": ["--lr", "0.1"]}, {"args.lr": 0.1}),
        ({"args": "--lr 0.1 --amp"}, {"args.lr": 0.1, "args.amp": True}),
        ({"args": ["a", "b"]}, {"args": ["a", "b"]}),
        ({"over": ["lr=0.1", "+bs=2"]}, {"over.lr": 0.1, "over.bs": 2}),
        ({"train/lr": 1}, {"train.lr": 1}),
        ({"optimizer": {"name": "x"}}, {"optimizer.name": "x", "optimizer": "x"}),
        (
            {"config": {"name": "adam", "lr": 1}},
            {"config.name": "adam", "config": "adam", "config.optimizer": "adam", "config.lr": 1},
        ),
        (
            {"hydra": {"overrides": {"task": ["lr=0.1"]}, "run": {"dir": "x"}}},
            {"overrides.lr": 0.1},
        ),
        ({"channels": ["a"], "dependencies": ["torch=2"]}, {}),
    ],
)
def test_flattened(config, paths):
    assert dict(flattened(config)) == paths


@together(
    "path, place",
    [
        ("lr", Place(0, 0)),
        ("optimizer.lr", Place(0, 0)),
        ("head.lr", Place(0, 1)),
        ("a.b.lr", Place(0, 2)),
        ("scheduler.lr", Place(ASIDE, 1)),
        ("optimizer.group 1.lr", Place(ASIDE, 1)),
        ("groups.0.lr", Place(0, 2)),
        ("groups.1.lr", Place(ASIDE, 2)),
        ("line 3.lr", Place(ASIDE, 1)),
        ("program.lr", Place(OF_PROGRAM, 1)),
    ],
)
def test_place(path, place):
    assert place_of(path) == place


def test_results_stand_behind_everything():
    assert place_of("lr", is_of_results=True).aside == OF_RESULTS


@pytest.mark.parametrize(
    ("config", "is_one"),
    [({"_step": 1, "_runtime": 2, "lr": 0}, True), ({"_step": 1}, False), ({"lr": 1}, False)],
)
def test_summary(config, is_one):
    assert is_summary(config) is is_one
