from typing import Literal

import pytest
from pydantic import ValidationError
from pydantic.json_schema import model_json_schema

from diagnostics_api.service.described import Described, Number


class Part(Described):
    """Part of
    an answer.
    """

    name: str
    """Name that
    goes on.
    """
    sort: Literal["only"]
    """Sort that has one value so far."""
    kind: Literal["a", "b"] | None
    """Kind, or null."""
    size: Number | None = None
    """Size, if known."""
    inner: "Part | None" = None
    """Part of the part, if any."""


def part(**fields):
    return Part(**{"name": "x", "sort": "only", "kind": "a", **fields})


def schema():
    return model_json_schema(Part, mode="serialization")["$defs"]["Part"]


def test_a_field_without_a_value_is_left_out():
    assert part(kind=None).as_data() == {"name": "x", "sort": "only", "kind": None}


def test_a_field_with_a_value_is_kept():
    whole = part(size=0.0, inner=part(name="y", kind="b"))

    assert whole.as_data() == {
        "name": "x",
        "sort": "only",
        "kind": "a",
        "size": 0.0,
        "inner": {"name": "y", "sort": "only", "kind": "b"},
    }


@pytest.mark.parametrize("fields", [{"kind": "c"}, {"name": None}, {"size": "big"}, {"other": 1}])
def test_other_values_are_refused(fields):
    with pytest.raises(ValidationError):
        part(**fields)


def test_the_docstring_of_a_field_describes_it_on_one_line():
    properties = schema()["properties"]

    assert schema()["description"] == "Part of an answer."
    assert properties["name"] == {"type": "string", "description": "Name that goes on."}


def test_a_field_that_may_be_left_out_is_not_described_as_null():
    size = schema()["properties"]["size"]["anyOf"]

    assert size[0] == {"type": "number"}
    assert size[1]["enum"] == ["NaN", "Infinity", "-Infinity"]
    assert len(size) == 2
    assert schema()["properties"]["inner"]["$ref"] == "#/$defs/Part"
    assert schema()["required"] == ["name", "sort", "kind"]


def test_a_field_that_may_be_null_is_described_so():
    kind = schema()["properties"]["kind"]["anyOf"]

    assert {"type": "null"} in kind


def test_an_enumeration_of_one_value_is_described_as_one():
    sort = schema()["properties"]["sort"]

    assert sort["enum"] == ["only"]
    assert "const" not in sort
