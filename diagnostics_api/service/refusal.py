"""How a field of a request is refused: one sentence at its pointer."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def refused(detail: str) -> PydanticCustomError:
    return PydanticCustomError("field", "{detail}", {"detail": detail})


def not_null(value: object) -> object:
    if value is None:
        raise refused("This field may not be null.")
    return value
