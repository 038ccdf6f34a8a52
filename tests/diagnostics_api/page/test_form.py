import pytest

from diagnostics_api.page.form import CARRIED_BYTES, Form
from engine.read import NamedFile, ReadError


@pytest.mark.parametrize(
    "form",
    [
        Form(text="x"),
        Form(description="x"),
        Form(config="x"),
        Form(symptoms=("a",)),
        Form(absent_symptoms=("a",)),
        Form(files=(NamedFile("a", b"x"),)),
    ],
)
def test_a_form_with_anything_is_not_empty(form):
    assert not form.is_empty


def test_blanks_are_empty():
    assert Form(text=" \n", description="\t", config=" ").is_empty


def test_fields_join_what_was_pasted_with_what_was_typed():
    text = '{"description": "pasted", "symptoms": ["b"], "metrics": {"loss": [1]}}'

    fields = Form(text, " typed ", "lr: 1", ("a",), ("c",), (NamedFile("f", b"x"),)).fields()

    assert fields["description"] == "typed\npasted"
    assert fields["symptoms"] == ["a", "b"]
    assert fields["absent_symptoms"] == ["c"]
    assert fields["config"] == "lr: 1"
    assert list(fields["metrics"]) == ["loss"]
    assert fields["files"] == (NamedFile("f", b"x"),)


def test_an_empty_configuration_does_not_replace_the_pasted_one():
    assert Form('{"config": {"lr": 1}}', config=" ").fields()["config"] == {"lr": 1}


def test_a_pasted_description_of_another_type_is_left_to_the_check():
    assert Form('{"description": 3}', "typed").fields()["description"] == 3


@pytest.mark.parametrize("name", ["symptoms", "absent_symptoms"])
def test_pasted_symptoms_that_are_no_list_are_refused(name):
    with pytest.raises(ReadError, match=f"/{name}: must be a list"):
        Form(f'{{"{name}": "a"}}').fields()


def test_uploaded_texts_are_carried_as_far_as_there_is_room():
    small = NamedFile("small.log", b"word")
    large = NamedFile("large.log", b"x" * CARRIED_BYTES)
    binary = NamedFile("events", b"\x00\x01")

    form = Form(files=(small, large, binary))

    assert form.carried == [("small.log", "word")]
    assert form.not_carried == ["large.log", "events"]


@pytest.mark.parametrize("content", ["größer".encode("latin-1"), b"\x1f\x8b\x08\xff"])
def test_upload_that_is_not_utf8_is_not_carried(content):
    form = Form(files=(NamedFile("a.log", content),))

    assert form.carried == []
    assert form.not_carried == ["a.log"]
