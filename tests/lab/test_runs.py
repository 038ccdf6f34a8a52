import itertools
import json

import pytest

from lab import runs
from lab.faults import faults_of
from lab.faults.fault import Fault
from lab.plan import Run
from lab.train import datasets
from lab.train.draw import Pool
from lab.train.sabotage.settings import setting

FIELDS = {
    "log_level",
    "framework",
    "task",
    "n_classes",
    "dataset",
    "model",
    "config",
    "metrics",
    "labels",
    "check",
}
TINY = {"epochs": 8, "batch_size": 25, "width": 16, "depth": 1, "learning_rate": 0.02}
TINY |= {"optimizer": "adam", "momentum": 0.0, "normalization": "none"}
TINY |= {"level": "basic", "schedule": "constant"}
POOL = Pool(
    kinds=("mlp",),
    tasks=("classification",),
    makers=(datasets.clusters,),
    n_train=(200,),
)


def tiny_fault(rate):
    return Fault(
        slug="learning-rate-too-low",
        setup="tiny",
        change=setting(learning_rate=rate),
        pool=POOL,
        fixed=TINY,
        also=("underfitting",),
    )


def test_a_fault_that_shows_is_recorded_in_the_format():
    faulty, _, effect = runs.record_fault(tiny_fault(1e-6), 7)

    assert set(faulty) == FIELDS
    assert faulty["labels"] == {
        "primary": "learning-rate-too-low",
        "acceptable": ["learning-rate-too-low", "underfitting"],
    }
    assert faulty["check"]["final_val"] < faulty["check"]["twin_final_val"]
    assert faulty["check"]["effect"] == effect
    assert json.loads(json.dumps(faulty)) == faulty


def test_a_fault_that_does_not_show_is_dropped():
    assert runs.record_fault(tiny_fault(0.019), 7)[0] is None


def test_a_fault_that_never_shows_uses_up_its_attempts(monkeypatch):
    monkeypatch.setattr(runs, "record_fault", lambda *_: (None, None, "does not show"))
    made = list(runs.fault_attempts(tiny_fault(0.019), 0))

    assert len(made) == runs.ATTEMPTS
    assert made[-1].record is None


def test_attempts_end_with_the_first_that_qualifies(monkeypatch):
    outcomes = iter([(None, None, "no"), ({"a": 1}, None, "yes"), ({"a": 2}, None, "yes")])
    monkeypatch.setattr(runs, "record_fault", lambda *_: next(outcomes))
    made = list(runs.fault_attempts(tiny_fault(1e-6), 0))

    assert [attempt.line for attempt in made] == ["no", "yes"]
    assert made[-1].record == {"a": 1}


def test_seeds_are_stable_and_differ():
    assert runs.seed_of("dying-relu", 0, 0) == runs.seed_of("dying-relu", 0, 0)
    pairs = itertools.product(range(3), range(3))
    seeds = {runs.seed_of("dying-relu", number, attempt) for number, attempt in pairs}
    assert len(seeds) == 9


@pytest.mark.parametrize("fault", ["bad-luck", "healthy", "dying-relu"])
def test_a_run_that_the_lab_cannot_make_is_refused(fault):
    with pytest.raises(runs.UnknownRunError, match=f"{fault}/sideways/0"):
        list(runs.attempts(Run(fault, "sideways", 0)))


def test_every_fault_can_be_planned_with_its_setups():
    setups = runs.all_setups()

    assert setups["dying-relu"] == [fault.setup for fault in faults_of("dying-relu")]
    assert "late-drop" in setups["healthy"]
