import pytest

from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from diagnostics_api.service.fields import read_fields
from engine.read import NamedFile, ReadError
from tests.diagnostics_api.small import small_published
from tests.together import together


def read(fields, **options):
    return read_fields(fields, small_published().knowledge, **options)


def problems(fields):
    with pytest.raises(FieldsError) as caught:
        read(fields)
    return list(caught.value.problems)


def test_fields_become_a_case():
    question = read(
        {
            "description": "it swings",
            "symptoms": ["loss-oscillates"],
            "absent_symptoms": ["loss-diverges"],
            "metrics": {"loss": [3.0, 2.0]},
            "config": {"lr": 0.1},
            "log": "Traceback",
            "files": [NamedFile("a.csv", b"step,val_loss\n1,3\n2,2\n")],
            "top": 7,
        }
    )

    case = question.case
    assert question.top == 7
    assert question.warnings == ()
    assert (case.told_seen, case.told_absent) == (("loss-oscillates",), ("loss-diverges",))
    assert set(case.series) == {"train_loss", "val_loss"}
    assert case.config == {"learning_rate": 0.1}
    assert "Traceback" in case.log


@pytest.mark.parametrize("fields", [[1], "x", None, 3])
def test_fields_that_are_no_object_are_refused(fields):
    assert problems(fields) == [("", "The body must be an object.")]


def test_a_wrong_value_is_refused_by_its_pointer():
    assert problems({"symptoms": ["loss-oscillates", ""]}) == [
        ("/symptoms/1", "This field may not be blank.")
    ]


def test_unknown_symptoms_are_refused_by_their_place():
    assert problems({"symptoms": ["nope"], "absent_symptoms": ["loss-diverges", "no"]}) == [
        ("/symptoms/0", "unknown symptom: 'nope'"),
        ("/absent_symptoms/1", "unknown symptom: 'no'"),
    ]


def test_a_symptom_cannot_be_there_and_absent():
    both = ["loss-oscillates", "loss-diverges"]

    assert problems({"symptoms": both, "absent_symptoms": both}) == [
        ("/absent_symptoms", "'loss-diverges' is in symptoms as well")
    ]


@together(
    "fields",
    [
        {},
        {"description": " \n"},
        {"log": "\n \n"},
        {"metrics": {"loss": []}},
        {"config": {}},
        {"config": ""},
        {"files": [NamedFile("a.log", b" ")]},
        {"top": 3, "zorble": 1},
    ],
)
def test_fields_that_show_nothing_are_refused(fields):
    with pytest.raises(NothingToDiagnoseError):
        read(fields)


def test_an_unreadable_value_is_refused_by_the_engine():
    with pytest.raises(ReadError, match="/metrics/loss/0: not a number"):
        read({"metrics": {"loss": ["abc"]}})


def test_unknown_fields_are_named_in_order():
    fields = {"description": "x", "zorble": 1, "a/b": 2, "save": True}

    assert read(fields).warnings == (
        "unknown field: a/b (ignored)",
        "unknown field: zorble (ignored)",
        "save: permalinks are not available yet (ignored)",
    )


def test_at_most_twenty_unknown_fields_are_named():
    unknown = {f"field{number}": 1 for number in range(30)}

    assert len(read({"description": "x", **unknown}).warnings) == 20


def test_a_long_name_is_cut():
    (warning,) = read({"description": "x", "y" * 500: 1}).warnings

    assert len(warning) < 120


def test_the_limit_of_a_text_is_passed_on():
    with pytest.raises(FieldsError, match="no more than 3 characters"):
        read({"description": "abcd"}, longest=3)
