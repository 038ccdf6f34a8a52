"""PyTorch is an optional extra: without it the tests that train or make data are left out."""

from importlib.util import find_spec

NEED_TORCH = [
    "faults/test_fault.py",
    "test_healthy.py",
    "test_record.py",
    "test_reference.py",
    "test_runs.py",
    "train/sabotage",
    "train/test_data.py",
    "train/test_datasets.py",
    "train/test_draw.py",
    "train/test_layers.py",
    "train/test_log.py",
    "train/test_losses.py",
    "train/test_loop.py",
    "train/test_models.py",
    "train/test_probes.py",
    "train/test_step.py",
]

if find_spec("torch"):
    import torch

    torch.set_num_threads(1)
    collect_ignore = []
else:
    collect_ignore = NEED_TORCH
