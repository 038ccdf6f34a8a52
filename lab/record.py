"""Record faulty and healthy training runs as JSON.

    python -m lab.record --out DIR [--seeds 3] [--first 0] [--healthy 40] [--only FAULT]

Each faulty run is trained beside its healthy twin and kept only if the fault shows.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import nn

from lab import healthy
from lab.checks import final_score
from lab.faults import FAULTS, Fault
from lab.probes import rounded
from lab.setup import Setup, draw, with_data
from lab.train import Metrics, train

ATTEMPTS = 6
HEALTHY = "healthy"
Record = dict[str, Any]


def seed_of(name: str, number: int, attempt: int) -> int:
    """The same on every machine."""
    return zlib.crc32(f"{name}/{number}/{attempt}".encode()) % 2**31


def dataset_of(setup: Setup) -> Record:
    data = setup.data
    found: Record = {"n_train": len(data.train_x), "n_val": len(data.val_x)}
    found["n_features"] = data.train_x.shape[-1] if setup.kind == "gru" else data.train_x[0].numel()
    counts = data.train_y.bincount(minlength=data.n_classes).tolist() if data.n_classes else None
    found["class_counts"] = counts if setup.second is None else None
    if setup.kind == "gru":
        found["sequence_length"] = data.train_x.shape[1]
    if not data.n_classes and setup.level != "basic":
        found |= {"target_mean": data.train_y.mean().item(), "target_std": data.train_y.std().item()}
    if setup.level == "full" and data.train_x.dim() == 2:
        spread = data.train_x.std(0)
        found["feature_std"] = [spread.min().item(), spread.median().item(), spread.max().item()]
    return found


def model_of(setup: Setup, model: nn.Module) -> Record:
    names = ("kind", "depth", "width", "activation", "normalization")
    count = sum(parameter.numel() for parameter in model.parameters())
    init = "custom" if setup.prepare else "default"
    return {name: getattr(setup, name) for name in names} | {"init": init, "n_parameters": count}


def config_of(setup: Setup) -> Record:
    """What the author of the run would state; the optional parts only where they are in use."""
    names = ["optimizer", "learning_rate", "batch_size", "epochs", "weight_decay", "dropout", "schedule"]
    names += [n for n in ("momentum", "warmup_steps", "gradient_clip", "label_smoothing") if getattr(setup, n)]
    config = {name: getattr(setup, name) for name in names}
    config["loss"] = "cross_entropy" if setup.data.n_classes else "mse"
    if setup.precision != "fp32":
        config["precision"] = setup.precision
    if setup.class_weights:
        config["class_weights"] = "balanced"
    if setup.second is not None:
        config["stages"] = 2
    return config | ({"shuffle": setup.shuffle} if setup.state_shuffle else {})


def record_of(setup: Setup, metrics: Metrics, model: nn.Module, labels: Record, check: Record) -> Record:
    return rounded(
        {
            "log_level": setup.level,
            "framework": "pytorch",
            "task": setup.data.task,
            "n_classes": setup.data.n_classes,
            "dataset": dataset_of(setup),
            "model": model_of(setup, model),
            "config": config_of(setup),
            "metrics": metrics,
            "labels": labels,
            "check": check,
        }
    )


def record_fault(fault: Fault, seed: int) -> tuple[Record | None, Record | None, str]:
    """The faulty run and its twin, each None when it does not qualify, and a line on what happened."""
    choose = random.Random(seed)
    torch.manual_seed(seed)
    twin_setup = replace(draw(choose, **fault.base), **fault.fixed)
    if "replay" in fault.fixed:
        twin_setup = replace(twin_setup, second=second_task(twin_setup))
    setup = fault.change(twin_setup, choose)
    twin, twin_model = train(twin_setup, seed)
    metrics, model = train(setup, seed)
    effect = fault.shows(twin, metrics)
    if effect is None:
        return None, None, f"does not show (twin {final_score(twin):.3f}, faulty {final_score(metrics):.3f})"
    check = {"twin_final_val": final_score(twin), "final_val": final_score(metrics), "effect": effect}
    labels = {"primary": fault.slug, "acceptable": [fault.slug, *sorted(fault.accepted - {fault.slug})]}
    faulty = record_of(setup, metrics, model, labels, check)
    return faulty, healthy_record(twin_setup, twin, twin_model, f"twin of a {fault.slug} run"), effect


def second_task(setup: Setup) -> Any:
    """Other clusters with the same classes and features."""
    data = setup.data
    turn = torch.randperm(data.train_x.shape[1])
    names = ("train_x", "val_x", "test_x")
    return with_data(data, **{name: getattr(data, name)[:, turn] for name in names})


def healthy_record(setup: Setup, metrics: Metrics, model: nn.Module, origin: str) -> Record | None:
    if setup.second is not None or healthy.why_not_healthy(metrics, setup.data):
        return None
    reference = healthy.reference_score(setup.data)
    score = final_score(metrics)
    effect = f"{origin}; final validation score {score:.3f}, reference {reference:.3f}"
    check = {"twin_final_val": None, "final_val": score, "effect": effect}
    return record_of(setup, metrics, model, {"primary": HEALTHY, "acceptable": [HEALTHY]}, check)


def save(record: Record, out: Path, name: str) -> None:
    (out / f"{name}.json").write_text(json.dumps({"id": name} | record))
    print(f"  kept {name}", flush=True)


def record_faults(out: Path, numbers: range, only: str | None) -> None:
    """All faults once, then all a second time: a run that is cut short still holds every fault."""
    for number in numbers:
        for slug, variants in FAULTS.items():
            if only in (None, slug):
                record_until_kept(variants[number % len(variants)], number, out)


def record_until_kept(fault: Fault, number: int, out: Path) -> None:
    for attempt in range(ATTEMPTS):
        started = time.process_time()
        faulty, twin, line = record_fault(fault, seed_of(fault.slug, number, attempt))
        print(f"{fault.slug} {number}: {line} ({time.process_time() - started:.1f} s)", flush=True)
        if faulty:
            save(faulty, out, f"{fault.slug}-{number}")
            if twin:
                save(twin, out, f"healthy-twin-{fault.slug}-{number}")
            return


def record_healthy(out: Path, numbers: range) -> None:
    for number in numbers:
        maker = healthy.MAKERS[number % len(healthy.MAKERS)]
        for attempt in range(ATTEMPTS):
            seed = seed_of(maker.__name__, number, attempt)
            torch.manual_seed(seed)
            setup = maker(random.Random(seed))
            metrics, model = train(setup, seed)
            record = healthy_record(setup, metrics, model, f"healthy by construction ({maker.__name__})")
            print(f"{maker.__name__} {number}: {healthy.why_not_healthy(metrics, setup.data) or 'healthy'}", flush=True)
            if record:
                save(record, out, f"healthy-{maker.__name__.replace('_', '-')}-{number}")
                break


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for the records")
    parser.add_argument("--seeds", type=int, default=3, help="runs per fault")
    parser.add_argument("--first", type=int, default=0, help="number of the first run; another one gives fresh runs")
    parser.add_argument("--healthy", type=int, default=40, help="healthy runs beside the twins")
    parser.add_argument("--only", choices=[*FAULTS, HEALTHY], help="one fault, or the healthy runs alone")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    first = options.first
    record_faults(options.out, range(first, first + options.seeds), options.only)
    if options.only in (None, HEALTHY):
        record_healthy(options.out, range(first, first + options.healthy))


if __name__ == "__main__":
    main()
