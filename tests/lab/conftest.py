"""PyTorch is an optional extra: without it only the test of the imports runs."""

from importlib.util import find_spec
from pathlib import Path

WITHOUT_TORCH = {"test_lab_stands_alone.py"}
HERE = Path(__file__).parent

if find_spec("torch"):
    import torch

    torch.set_num_threads(1)

collect_ignore = [] if find_spec("torch") else [p.name for p in HERE.glob("test_*.py") if p.name not in WITHOUT_TORCH]
