"""Make one planned run: train the faulty setup beside its twin; keep them if the fault shows."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lab import faults, healthy
from lab.effects import final_score
from lab.faults.fault import Fault
from lab.plan import HEALTHY, Run
from lab.recording import Record, record_of
from lab.reference import reference_score, why_not_healthy
from lab.train.data import SPLITS, Data, with_data
from lab.train.draw import draw
from lab.train.lazy import require, torch
from lab.train.setup import Setup, changed

ATTEMPTS = 6
# The faulty run and its twin, None where they do not qualify, and what happened.
Outcome = tuple[Record | None, Record | None, str]


@dataclass(frozen=True)
class Attempt:
    """record: the run, None if it does not qualify. twin: its healthy twin, if that qualifies."""

    number: int
    line: str  # what happened, in words
    record: Record | None = None
    twin: Record | None = None


class UnknownRunError(ValueError):
    """A planned run whose fault or setup the lab does not have."""


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
        if run.setup not in healthy.MAKER_OF:
            raise UnknownRunError(f"{run.name}: no healthy setup is called {run.setup}")
        return healthy_attempts(healthy.MAKER_OF[run.setup], run.seed)
    for fault in faults.faults_of(run.fault):
        if fault.setup == run.setup:
            return fault_attempts(fault, run.seed)
    raise UnknownRunError(f"{run.name}: no fault has this name and setup")


def seed_of(name: str, number: int, attempt: int) -> int:
    """Return the same seed on every machine."""
    return zlib.crc32(f"{name}/{number}/{attempt}".encode()) % 2**31


def fault_attempts(fault: Fault, number: int) -> Iterator[Attempt]:
    for index in range(ATTEMPTS):
        seed = seed_of(fault.slug, number, index)
        record, twin, line = record_fault(fault, seed)
        yield Attempt(index, line, record, twin)
        if record:
            return


def healthy_attempts(maker: healthy.Maker, number: int) -> Iterator[Attempt]:
    for index in range(ATTEMPTS):
        seed = seed_of(maker.__name__, number, index)
        record, line = record_healthy(maker, seed)
        yield Attempt(index, line, record)
        if record:
            return


def record_fault(fault: Fault, seed: int) -> Outcome:
    """Train the faulty run beside its twin."""
    train = _train()
    choose = random.Random(seed)
    torch.manual_seed(seed)
    twin_setup = _twin_setup(fault, choose)
    setup = fault.change(twin_setup, choose)
    twin, twin_model = train(twin_setup, seed)
    metrics, model = train(setup, seed)

    good, bad = final_score(twin), final_score(metrics)
    effect = fault.effect(twin, metrics)
    if effect is None:
        return None, None, f"does not show (twin {good:.3f}, faulty {bad:.3f})"
    labels = {"primary": fault.slug, "acceptable": fault.acceptable}
    check = {"twin_final_val": good, "final_val": bad, "effect": effect}
    record = record_of(setup, metrics, model, labels, check)
    origin = f"twin of a {fault.slug} run"
    return record, healthy_record(twin_setup, twin, twin_model, origin), effect


def record_healthy(maker: healthy.Maker, seed: int) -> tuple[Record | None, str]:
    """Return the run, None if it does not qualify, and why not."""
    train = _train()
    torch.manual_seed(seed)
    setup = maker(random.Random(seed))
    metrics, model = train(setup, seed)
    origin = f"healthy by construction ({maker.__name__})"
    record = healthy_record(setup, metrics, model, origin)
    return record, why_not_healthy(metrics, setup.data) or "healthy"


def healthy_record(setup: Setup, metrics: Any, model: Any, origin: str) -> Record | None:
    if setup.second is not None or why_not_healthy(metrics, setup.data):
        return None
    score = final_score(metrics)
    reference = reference_score(setup.data)
    effect = f"{origin}; final validation score {score:.3f}, reference {reference:.3f}"
    labels = {"primary": HEALTHY, "acceptable": [HEALTHY]}
    check = {"twin_final_val": None, "final_val": score, "effect": effect}
    return record_of(setup, metrics, model, labels, check)


def _twin_setup(fault: Fault, choose: random.Random) -> Setup:
    setup = changed(draw(choose, fault.pool), **fault.fixed)
    if fault.two_tasks:
        return replace(setup, second=second_task(setup.data))
    return setup


def second_task(data: Data) -> Data:
    """Return other clusters with the same classes: the features change their places."""
    order = torch.randperm(data.train_x.shape[1])
    turned = {f"{name}_x": data.inputs(name)[:, order] for name in SPLITS}
    return with_data(data, **turned)


def _train() -> Any:
    """Import the loop only now: it needs PyTorch. Raises MissingTorchError."""
    require()
    from lab.train.loop import train

    return train
