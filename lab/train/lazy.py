"""Import PyTorch when it is first used, so that faults and plans can be read without it."""

from __future__ import annotations

import importlib
from typing import Any

HOW_TO_INSTALL = (
    'PyTorch is not installed. Training needs it: install the extra "lab" of pyproject.toml, '
    "for example with: uv pip install -r pyproject.toml --extra lab"
)


class MissingTorchError(RuntimeError):
    """PyTorch is needed and not installed."""


def require() -> Any:
    """Return the module torch. Raises MissingTorchError."""
    try:
        return importlib.import_module("torch")
    except ModuleNotFoundError as error:
        if error.name != "torch":
            raise
        raise MissingTorchError(HOW_TO_INSTALL) from error


class _Lazy:
    """Look every name up in torch."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(require(), name)


torch: Any = _Lazy()
