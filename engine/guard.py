"""A part that fails costs its own result: it is logged by name, and the answer goes on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
A = TypeVar("A")

COULD_NOT = "This could not be measured."

logger = logging.getLogger(__name__)


def guarded(
    name: str,
    part: Callable[[A], T],
    argument: A,
    otherwise: T,
) -> T:
    """Return what a part makes of its argument, `otherwise` where it raises.

    Parts are many and each looks for one thing, so an answer without one of them is still worth
    having; the log has the traceback. Raises MemoryError: a process without memory is not to go on.
    """
    try:
        return part(argument)
    except MemoryError:
        raise
    except Exception:
        logger.exception("%s failed, and the diagnosis goes on without it", name)
        return otherwise
