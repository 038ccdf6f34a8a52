import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from rest_framework.exceptions import ParseError

from diagnostics_api.rest.parsers import FormParser, JsonParser, LogParser
from diagnostics_api.service.gate import TooLargeError
from engine.read import NamedFile, ReadError


def parse_form(**fields):
    request = RequestFactory().post("/x/", fields)
    context = {"request": request, "encoding": "utf-8"}
    return FormParser().parse(request, request.META["CONTENT_TYPE"], context)


def upload(name, content):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_body_is_an_empty_object(body):
    assert JsonParser().parse(io.BytesIO(body)) == {}


def test_json_may_begin_with_a_byte_order_mark():
    assert JsonParser().parse(io.BytesIO(b'\xef\xbb\xbf{"log": "x"}')) == {"log": "x"}


def test_broken_json_is_refused():
    with pytest.raises(ReadError, match="not JSON"):
        JsonParser().parse(io.BytesIO(b'{"a"'))


def test_plain_text_is_a_log():
    assert LogParser().parse(io.BytesIO(b"loss 1")) == {"log": "loss 1"}


@pytest.mark.parametrize("parser", [JsonParser, LogParser])
def test_a_body_that_is_not_utf8_is_refused(parser):
    with pytest.raises(ParseError, match="byte 2"):
        parser().parse(io.BytesIO(b"ab\xff"))


@pytest.mark.parametrize("parser", [JsonParser, LogParser])
def test_a_body_over_the_limit_is_refused(parser, settings):
    settings.DIAGNOSIS_MAX_BYTES = 4

    with pytest.raises(TooLargeError):
        parser().parse(io.BytesIO(b"12345"))


def test_a_body_that_breaks_off_is_refused():
    class Broken:
        def read(self, size):
            raise OSError("gone")

    with pytest.raises(ParseError, match="broke off"):
        LogParser().parse(Broken())


def test_lists_of_a_form_are_repeated_or_separated_by_commas():
    fields = parse_form(symptoms=["a, b,", "c"], absent_symptoms="d")

    assert fields == {"symptoms": ["a", "b", "c"], "absent_symptoms": ["d"]}


def test_objects_of_a_form_are_json_texts():
    assert parse_form(metrics='{"loss": [NaN]}', config="lr: 1")["config"] == "lr: 1"
    assert list(parse_form(metrics='{"loss": [1]}')["metrics"]) == ["loss"]


def test_a_broken_object_of_a_form_is_refused():
    with pytest.raises(ReadError, match="metrics"):
        parse_form(metrics='{"loss": ')


def test_of_other_fields_the_last_value_counts():
    assert parse_form(top=["1", "2"]) == {"top": "2"}


def test_files_of_any_name_are_read():
    fields = parse_form(
        files=[upload("a.log", b"1"), upload("b.log", b"2")], other=upload("c", b"3")
    )

    assert fields["files"] == [
        NamedFile("a.log", b"1"),
        NamedFile("b.log", b"2"),
        NamedFile("c", b"3"),
    ]


def test_a_text_among_the_files_is_kept_to_be_refused():
    fields = parse_form(files=["words", upload("a.log", b"1")])

    assert fields["files"] == ["words", NamedFile("a.log", b"1")]
