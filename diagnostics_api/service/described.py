"""Base of the models that make an answer and describe it in the OpenAPI document."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

NonFinite = Literal["NaN", "Infinity", "-Infinity"]
Number = float | NonFinite


def tidied(model_schema: dict[str, Any]) -> None:
    """Reduce a JSON schema to what a reader of the API needs.

    Titles repeat the names, empty defaults say nothing, and a field whose default is None is left
    out of the answer instead of being null.
    """
    model_schema.pop("title", None)
    model_schema.pop("additionalProperties", None)
    _unwrap(model_schema)
    fields = model_schema.get("properties", {})
    for field in fields.values():
        _unwrap(field)
        _tidy_field(field)


def _unwrap(described: dict[str, Any]) -> None:
    """Put a description that the source wraps on one line."""
    if "description" in described:
        wrapped = described["description"]
        words = wrapped.split()
        described["description"] = " ".join(words)


def _tidy_field(field: dict[str, Any]) -> None:
    field.pop("title", None)
    if "const" in field:  # an enumeration that has one value so far
        field["enum"] = [field.pop("const")]
    if "default" not in field or field["default"]:
        return
    default = field.pop("default")
    if default is None and "anyOf" in field:
        choices = field.pop("anyOf")
        given = _without_null(choices)
        field.update(given)


def _without_null(choices: list[dict[str, Any]]) -> dict[str, Any]:
    null = {"type": "null"}
    given = list(choices)
    given.remove(null)
    if len(given) == 1:
        return given[0]
    return {"anyOf": given}


class Described(BaseModel):
    """A part of an answer. A field with the default None is left out when it has no value."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        json_schema_extra=tidied,
    )

    def as_data(self) -> dict[str, Any]:
        return self.model_dump(by_alias=True, exclude_defaults=True)
