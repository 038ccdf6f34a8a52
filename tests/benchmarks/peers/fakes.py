"""Small tools that stand for the real ones, as packages in a folder of the test's own."""

from pathlib import Path

from benchmarks.items import HEALTHY, Item
from engine.read import Inputs


def install(folder: Path, package: str, modules: dict[str, str], version: str = "9.9") -> None:
    """Write a package of the given modules (name -> source) with the metadata of a release."""
    for name, source in modules.items():
        path = folder / package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    distribution = package.replace("_", "-")
    metadata = folder / f"{package}-{version}.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")


LOSSLINT = {
    "__init__.py": "",
    "parsing.py": "def load_run(path):\n    return path.read_text()\n",
    "checks.py": """
import os
import threading
from types import SimpleNamespace


def run_all_checks(text):
    if "hang" in text:
        threading.Event().wait()
    if "die" in text:
        os._exit(3)
    if "raise" in text:
        raise ValueError("no loss column")
    print("a line that the tool prints")
    rule = "divergence" if "diverge" in text else "parse"
    return [SimpleNamespace(check=rule, severity="error", message=text)]
""",
}


def run(name="r1", primary="loss-divergence", accepted=(), metrics=None):
    """Return a recorded run of two epochs."""
    curves = metrics or {"step": [4, 8], "train_loss": [2.0, 1.0], "val_loss": [2.5, None]}
    labels = frozenset([primary, *accepted])
    return Item(name, "runs", "basic", primary, labels, Inputs(metrics=curves))


def healthy(name="h1"):
    return run(name, HEALTHY)
