"""Make one planned run: train the faulty setup beside its twin, and keep both if it shows."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lab import faults, healthy
from lab.curves import final_score
from lab.faults.fault import Fault
from lab.plan import HEALTHY, Run
from lab.recording import Record, record_of
from lab.reference import reference_score, why_not_healthy
from lab.train.data import SPLITS, Data, with_data
from lab.train.draw import draw
from lab.train.lazy import require, torch
from lab.train.setup import Setup, changed

ATTEMPTS = 6
# The faulty run and its twin, None where they do not qualify, and the outcome in words.
Outcome = tuple[Record | None, Record | None, str]


@dataclass(frozen=True)
class Attempt:
    """One training of a planned run.

    line: the outcome in words.
    record: the run, None if it does not qualify.
    twin: its healthy twin, None if that does not qualify.
    """

    number: int
    line: str
    record: Record | None = None
    twin: Record | None = None


class UnknownRunError(ValueError):
    """Refuse a planned run whose fault or setup the lab does not have."""


def all_setups() -> dict[str, list[str]]:
    """Return the setups of each fault, and those of healthy runs."""
    setups: dict[str, list[str]] = {}
    for fault in faults.ALL:
        setups.setdefault(fault.slug, []).append(fault.setup)
    setups[HEALTHY] = list(healthy.MAKER_OF)
    return setups


def attempts(run: Run) -> Iterator[Attempt]:
    """Train with one seed after the other until a run qualifies. Raises UnknownRunError."""
    if run.fault == HEALTHY:
        maker = healthy.MAKER_OF.get(run.setup)
        if maker is None:
            raise UnknownRunError(f"{run.name}: no healthy setup is called {run.setup}")
        return healthy_attempts(maker, run.seed)
    for fault in faults.faults_of(run.fault):
        if fault.setup == run.setup:
            return fault_attempts(fault, run.seed)
    raise UnknownRunError(f"{run.name}: no fault has this name and setup")


def seed_of(name: str, number: int, attempt: int) -> int:
    """Return the same seed on every machine, below 2**31."""
    text = f"{name}/{number}/{attempt}"
    checksum = zlib.crc32(text.encode())
    return checksum % 2**31


def fault_attempts(fault: Fault, number: int) -> Iterator[Attempt]:
    """Train until the fault shows, ATTEMPTS times at most."""
    for index in range(ATTEMPTS):
        seed = seed_of(fault.slug, number, index)
        record, twin, line = record_fault(fault, seed)
        yield Attempt(index, line, record, twin)
        if record:
            return


def healthy_attempts(maker: healthy.Maker, number: int) -> Iterator[Attempt]:
    """Train until the run is healthy, ATTEMPTS times at most."""
    for index in range(ATTEMPTS):
        seed = seed_of(maker.__name__, number, index)
        record, line = record_healthy(maker, seed)
        yield Attempt(index, line, record)
        if record:
            return


def record_fault(fault: Fault, seed: int) -> Outcome:
    """Train the faulty run beside its twin.

    Both start from the same seed, so that they differ in the fault alone.
    """
    choose = random.Random(seed)
    torch.manual_seed(seed)
    twin_setup = _twin_setup(fault, choose)
    setup = fault.change(twin_setup, choose)
    twin, twin_model = _trained(twin_setup, seed)
    metrics, model = _trained(setup, seed)

    good = final_score(twin)
    bad = final_score(metrics)
    effect = fault.effect(twin, metrics)
    if effect is None:
        return None, None, f"does not show (twin {good:.3f}, faulty {bad:.3f})"
    labels = {
        "primary": fault.slug,
        "acceptable": fault.acceptable,
    }
    check = {
        "twin_final_val": good,
        "final_val": bad,
        "effect": effect,
    }
    record = record_of(setup, metrics, model, labels, check)
    origin = f"twin of a {fault.slug} run"
    twin_record = healthy_record(twin_setup, twin, twin_model, origin)
    return record, twin_record, effect


def record_healthy(maker: healthy.Maker, seed: int) -> tuple[Record | None, str]:
    """Return the run, None if it does not qualify, and the outcome in words."""
    choose = random.Random(seed)
    torch.manual_seed(seed)
    setup = maker(choose)
    metrics, model = _trained(setup, seed)
    origin = f"healthy by construction ({maker.__name__})"
    record = healthy_record(setup, metrics, model, origin)
    reason = why_not_healthy(metrics, setup.data)
    return record, reason or "healthy"


def healthy_record(
    setup: Setup,
    metrics: Any,
    model: Any,
    origin: str,
) -> Record | None:
    """Return the record of a run that qualifies as healthy.

    Return None for another, and for a run of two tasks, whose score is of the first alone.
    """
    if setup.second is not None:
        return None
    if why_not_healthy(metrics, setup.data):
        return None
    score = final_score(metrics)
    reference = reference_score(setup.data)
    labels = {
        "primary": HEALTHY,
        "acceptable": [HEALTHY],
    }
    check = {
        "twin_final_val": None,
        "final_val": score,
        "effect": f"{origin}; final validation score {score:.3f}, reference {reference:.3f}",
    }
    return record_of(setup, metrics, model, labels, check)


def _twin_setup(fault: Fault, choose: random.Random) -> Setup:
    """Draw the sound setup that the fault changes."""
    drawn = draw(choose, fault.pool)
    setup = changed(drawn, **fault.fixed)
    if not fault.two_tasks:
        return setup
    second = second_task(setup.data)
    return replace(setup, second=second)


def second_task(data: Data) -> Data:
    """Return other clusters with the same classes: the features change their places."""
    n_features = data.train_x.shape[1]
    order = torch.randperm(n_features)
    turned = {}
    for name in SPLITS:
        inputs = data.inputs(name)
        turned[f"{name}_x"] = inputs[:, order]
    return with_data(data, **turned)


def _trained(setup: Setup, seed: int) -> tuple[Any, Any]:
    """Return curves and model. Raises MissingTorchError.

    The loop is only imported now, because it needs PyTorch.
    """
    require()
    from lab.train.loop import train

    return train(setup, seed)
