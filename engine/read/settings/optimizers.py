"""Names of optimizers."""

from __future__ import annotations

import re

_OPTIMIZER_NAME = re.compile(
    r"(?i)(?:[\w.]{0,60}\.)?(?:\w{0,20}adam\w{0,20}|sgd\w{0,20}|rmsprop|adagrad|adadelta|adafactor"
    r"|lion\w{0,10}|lamb|lars|muon|novograd|gradientdescent\w{0,20}|momentum\w{0,20}|lbfgs)"
)


def is_optimizer(name: str) -> bool:
    """Return whether a class has the name of an optimizer: torch.optim.AdamW, FusedLAMB."""
    return _OPTIMIZER_NAME.fullmatch(name[:120]) is not None
