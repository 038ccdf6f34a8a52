"""Corrections of the reading in a request: the run that is diagnosed, and what curves are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema

from diagnostics_api.service.described import tidied
from diagnostics_api.service.refusal import not_null, refused

MAX_NAMES = 200
LONGEST_NAME = 500  # characters; tools write paths of layers into names
FIELDS = ("run", "names")
_QUOTED = 80


def an_object_of_corrections(value: object) -> object:
    if not isinstance(value, Mapping):
        raise refused(
            'must be an object such as {"run": "run 1", "names": {"acc": "val_accuracy"}}'
        )
    for name in value:
        if name not in FIELDS:
            quoted = repr(str(name)[:_QUOTED])
            raise refused(f"unknown field: {quoted}; it may have run and names")
    return value


def a_name(value: object) -> str:
    if not isinstance(value, str):
        raise refused("must be a text")
    if len(value) > LONGEST_NAME:
        raise refused(f"Ensure this name has no more than {LONGEST_NAME} characters.")
    return value


def a_canonical_name(value: object) -> str:
    if not isinstance(value, str):
        raise refused("must be the name of a curve such as val_loss, or empty to leave it out")
    return a_name(value)


def names_of_curves(value: object) -> object:
    """Check the number of names before any of them, since a body may hold a million."""
    if not isinstance(value, Mapping):
        raise refused('must be an object such as {"acc": "val_accuracy", "odd": ""}')
    if len(value) > MAX_NAMES:
        raise refused(f"Ensure this field has no more than {MAX_NAMES} names.")
    for own_name in value:
        if not a_name(own_name).strip():
            raise refused("the name of a curve may not be blank")
    return value


NAME = {"type": "string", "maxLength": LONGEST_NAME}
NAMES = {"type": "object", "additionalProperties": NAME, "maxProperties": MAX_NAMES}

Name = Annotated[str, PlainValidator(a_name), BeforeValidator(not_null), WithJsonSchema(NAME)]
Canonical = Annotated[str, PlainValidator(a_canonical_name)]
Names = Annotated[
    dict[Annotated[str, PlainValidator(a_name)], Canonical],
    BeforeValidator(names_of_curves),
    BeforeValidator(not_null),
    WithJsonSchema(NAMES),
]


class ReadingRequest(BaseModel):
    """What of the reading is corrected. The answer says in read_as what it made of that."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
        json_schema_extra=tidied,
    )

    run: Name = ""
    """The run that is diagnosed where an input holds several: one of `other_runs`."""
    names: Names = {}
    """`own_name` of a curve to the name that it is taken for, such as val_loss; empty to leave the
    curve out. The name of the input may stand in front: "b.csv: acc".
    """


Corrections = Annotated[
    ReadingRequest,
    BeforeValidator(an_object_of_corrections),
    BeforeValidator(not_null),
]
