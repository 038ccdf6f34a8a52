import pytest
from pydantic_core import PydanticCustomError

from diagnostics_api.service.refusal import not_null, refused


def test_braces_in_a_detail_are_no_template():
    assert refused("must be {detail} {x}").message() == "must be {detail} {x}"


def test_only_null_is_refused():
    assert not_null(0) == 0
    with pytest.raises(PydanticCustomError, match="may not be null"):
        not_null(None)
