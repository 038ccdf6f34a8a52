import pytest

from diagnostics_api.service.diagnosis_request import DiagnosisRequest
from diagnostics_api.service.errors import FieldsError
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.reading_request import LONGEST_NAME, MAX_NAMES
from tests.diagnostics_api.small import answered, small_published
from tests.together import together

METRICS = {"loss": [3.0, 2.0, 1.0], "odd": [2.0, 2.5, 3.0]}


def problem(reading):
    fields = {"metrics": METRICS, "reading": reading}
    with pytest.raises(FieldsError) as caught:
        read_fields(fields, small_published().knowledge)
    (found,) = caught.value.problems
    return found.pointer, found.detail


def test_nothing_is_corrected_unless_it_is_asked_for():
    reading = DiagnosisRequest().reading

    assert (reading.run, reading.names) == ("", {})


def test_a_correction_reaches_the_answer():
    answer = answered(metrics=METRICS, reading={"names": {"odd": "val_loss"}})

    assert answer.case.series["val_loss"].y.tolist() == [2.0, 2.5, 3.0]


@pytest.mark.parametrize("name", ["val_loss", "", " ", "\ud800", "x" * LONGEST_NAME, "\x00"])
def test_any_text_is_a_name(name):
    assert answered(metrics=METRICS, reading={"run": name, "names": {"odd": name}})


@together(
    "reading, pointer, told",
    [
        (None, "/reading", "may not be null"),
        ([], "/reading", "must be an object such as"),
        ("run 1", "/reading", "must be an object such as"),
        ({"runs": "a"}, "/reading", "unknown field: 'runs'; it may have run and names"),
        ({"run": 1}, "/reading/run", "must be a text"),
        ({"run": None}, "/reading/run", "may not be null"),
        ({"run": "x" * 501}, "/reading/run", "no more than 500 characters"),
        ({"names": ["a"]}, "/reading/names", "must be an object such as"),
        ({"names": None}, "/reading/names", "may not be null"),
        ({"names": {"odd": None}}, "/reading/names/odd", "or empty to leave it out"),
        ({"names": {"a/b": 1}}, "/reading/names/a~1b", "must be the name of a curve"),
        ({"names": {"odd": "x" * 501}}, "/reading/names/odd", "no more than 500 characters"),
        ({"names": {" ": "val_loss"}}, "/reading/names", "may not be blank"),
        ({"names": {"x" * 501: ""}}, "/reading/names", "no more than 500 characters"),
        (
            {"names": {f"m{number}": "" for number in range(MAX_NAMES + 1)}},
            "/reading/names",
            "no more than 200 names",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_is(reading, pointer, told):
    found, detail = problem(reading)

    assert found == pointer
    assert told in detail
