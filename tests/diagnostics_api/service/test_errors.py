from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from engine.read import Problem


def test_an_error_of_fields_names_each_place():
    error = FieldsError(Problem("/top", "too large"), Problem("", "not an object"))

    assert str(error) == "/top: too large; not an object"
    assert error.problems[0].pointer == "/top"


def test_nothing_to_diagnose_says_so():
    assert str(NothingToDiagnoseError()) == "nothing to diagnose"
