from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from diagnostics_api.service.diagnosis_request import (
    DEFAULT_TOP,
    MAX_FILES,
    MAX_SYMPTOMS,
    DiagnosisRequest,
)
from engine.read import NamedFile
from tests.together import together

FILE = NamedFile("a.log", b"loss: 1")


def problems(longest=None, **fields):
    with pytest.raises(ValidationError) as caught:
        DiagnosisRequest.model_validate(fields, context=longest)
    return [(detail["loc"], detail["msg"]) for detail in caught.value.errors()]


def test_every_field_may_be_left_out():
    request = DiagnosisRequest()

    assert (request.description, request.metrics, request.files) == ("", {}, ())
    assert request.top == DEFAULT_TOP


def test_values_are_kept_as_they_were_sent():
    metrics = {"loss": [1.0, "NaN", None]}

    request = DiagnosisRequest(metrics=metrics, config="lr: 1", log="a\x00\ud800", files=[FILE])

    assert request.metrics is metrics
    assert request.config == "lr: 1"
    assert request.log == "a\x00\ud800"
    assert request.files == (FILE,)


@together(
    "field, value, message",
    [
        ("description", None, "This field may not be null."),
        ("description", 3, "must be a text"),
        ("log", ["a"], "must be a text"),
        ("metrics", [1], "must be an object"),
        ("metrics", None, "This field may not be null."),
        ("config", 1, "must be an object or a text"),
        ("symptoms", "a", 'Expected a list of items but got type "str".'),
        ("symptoms", {"a": 1}, 'Expected a list of items but got type "dict".'),
        ("symptoms", None, "This field may not be null."),
        (
            "symptoms",
            ["a"] * (MAX_SYMPTOMS + 1),
            "Ensure this field has no more than 200 elements.",
        ),
        ("files", "a", 'Expected a list of items but got type "str".'),
        ("files", [FILE] * (MAX_FILES + 1), "Ensure this field has no more than 500 elements."),
        ("top", None, "This field may not be null."),
        ("top", True, "A valid integer is required."),
        ("top", "many", "A valid integer is required."),
        ("top", 2.5, "A valid integer is required."),
        ("top", ".0", "A valid integer is required."),
        ("top", [3], "A valid integer is required."),
        ("top", float("nan"), "A valid integer is required."),
        ("top", "1" * 1001, "String value too large."),
        ("top", 0, "Ensure this value is greater than or equal to 1."),
        ("top", 51, "Ensure this value is less than or equal to 50."),
    ],
)
def test_a_wrong_value_is_refused_with_a_reason(field, value, message):
    assert problems(**{field: value}) == [((field,), message)]


def test_a_number_of_too_many_digits_is_refused():
    assert problems(top=10**5000) == [(("top",), "A valid integer is required.")]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "This field may not be null."),
        (True, "Not a valid string."),
        (["a"], "Not a valid string."),
        ("  ", "This field may not be blank."),
        ("x" * 61, "Ensure this field has no more than 60 characters."),
        ("a\x00b", "Null characters are not allowed."),
    ],
)
def test_a_wrong_symptom_is_refused_at_its_place(value, message):
    assert problems(absent_symptoms=["a", value]) == [(("absent_symptoms", 1), message)]


def test_a_file_that_is_none_is_refused_at_its_place():
    ((place, message),) = problems(files=[FILE, "text"])

    assert place == ("files", 1)
    assert "not a file" in message


def test_all_wrong_values_are_named_at_once():
    found = problems(description=1, symptoms=["", "a", ""], top=0)

    assert [place for place, _ in found] == [
        ("description",),
        ("symptoms", 0),
        ("symptoms", 2),
        ("top",),
    ]


def test_braces_in_a_value_do_not_break_the_message():
    assert problems(top="{detail}")[0][1] == "A valid integer is required."


def test_a_text_longer_than_the_limit_is_refused():
    assert problems(longest=3, log="abcd") == [
        (("log",), "Ensure this field has no more than 3 characters.")
    ]
    assert DiagnosisRequest.model_validate({"log": "abc"}, context=3).log == "abc"


@pytest.mark.parametrize("value", [3, 3.0, "3", "3.0", " 3 ", "3.00 "])
def test_a_whole_number_is_read_in_every_spelling(value):
    assert DiagnosisRequest(top=value).top == 3


def test_symptoms_are_trimmed_and_may_be_numbers():
    assert DiagnosisRequest(symptoms=[" loss-nan ", 3]).symptoms == ("loss-nan", "3")


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists, max_leaves=5))
def test_any_value_is_read_or_refused(value):
    for field in DiagnosisRequest.model_fields:
        with suppress(ValidationError):
            DiagnosisRequest.model_validate({field: value})
