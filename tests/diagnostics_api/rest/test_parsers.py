import io
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from rest_framework.exceptions import ParseError

from diagnostics_api.rest.parsers import (
    FileParser,
    FormParser,
    JsonParser,
    UrlencodedParser,
)
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


@pytest.mark.parametrize(
    "body",
    [
        b'{"log_history": [{"loss": 2.5, "step": 1}], "best_metric": null}',
        b'{"epoch": [1, 2], "loss": [2.5, 2.4]}',
        b'[{"epoch": 1, "loss": 2.5}]',
        b"[[0.5, 1, 2.5], [0.6, 2, 2.4]]",
        b'{"epoch": 1, "loss": 2.5}\n{"epoch": 2, "loss": 2.4}\n',
    ],
)
def test_a_json_body_that_is_a_file_of_a_run_is_read_as_that_file(body):
    assert JsonParser().parse(io.BytesIO(body)) == {"files": [NamedFile("body", body)]}


@pytest.mark.parametrize(
    "body",
    [
        b'{"metrics": {"loss": [2.5]}}',
        b'{"log": "x", "zorble": [1]}',
        b'{"descripton": "the loss is nan"}',
        b"[]",
        b"[1, 2]",
        b"{}",
    ],
)
def test_a_request_is_no_file_of_a_run(body):
    assert JsonParser().parse(io.BytesIO(body)) == json.loads(body)


def test_broken_json_is_refused():
    with pytest.raises(ReadError, match="not JSON"):
        JsonParser().parse(io.BytesIO(b'{"a"'))


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("text/plain", "log"),
        ("text/plain; charset=utf-8", "log"),
        ("text/csv", "body"),
        ("application/octet-stream", "body"),
        ("application/zip", "body"),
        ("", "body"),
        (None, "body"),
    ],
)
def test_any_other_body_is_a_file(media_type, name):
    assert parse_file(b"loss \xff", media_type) == {"files": [NamedFile(name, b"loss \xff")]}


@pytest.mark.parametrize(
    ("query", "header", "name"),
    [
        ("?name=validation/loss.csv", "", "validation/loss.csv"),
        ("", 'attachment; filename="train/loss.csv"', "train/loss.csv"),
        ("?name=a.csv", 'attachment; filename="b.csv"', "b.csv"),
        ("?name=../../a.csv", "", "a.csv"),
        ("", "attachment", "body"),
        ("", "attachment; " + "x" * 20_000, "body"),
    ],
)
def test_file_is_named_by_header_or_query(query, header, name):
    request = RequestFactory().post(f"/x/{query}", headers={"Content-Disposition": header})
    parsed = parse_file(b"a,b", "text/csv", {"request": request})

    assert parsed == {"files": [NamedFile(name, b"a,b")]}


def parse_file(body, media_type, context=None):
    return FileParser().parse(io.BytesIO(body), media_type, context)


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (b"description=it+swings&top=3", {"description": "it swings", "top": "3"}),
        (b"symptoms=a,b&symptoms=c", {"symptoms": ["a", "b", "c"]}),
        (b"config=%7B%22lr%22%3A1%7D", {"config": {"lr": 1}}),
    ],
)
def test_form_without_files(body, fields):
    assert UrlencodedParser().parse(io.BytesIO(body)) == fields


@pytest.mark.parametrize("body", [b"epoch=1 loss=2.0\n", b"step 1 loss 2.0", b"\x1f\x8b\x08", b""])
def test_file_that_curl_calls_a_form_is_a_file(body):
    assert UrlencodedParser().parse(io.BytesIO(body)) == {"files": [NamedFile("body", body)]}


@pytest.mark.parametrize(
    ("parser", "body"), [(JsonParser, b"ab\xff"), (UrlencodedParser, b"log=\xff")]
)
def test_a_body_of_fields_that_is_not_utf8_is_refused(parser, body):
    with pytest.raises(ParseError, match="not UTF-8"):
        parser().parse(io.BytesIO(body))


@pytest.mark.parametrize("parser", [JsonParser, FileParser, UrlencodedParser])
def test_a_body_over_the_limit_is_refused(parser, settings):
    settings.DIAGNOSIS_MAX_BYTES = 4

    with pytest.raises(TooLargeError):
        parser().parse(io.BytesIO(b"12345"))


def test_a_body_that_breaks_off_is_refused():
    class Broken:
        def read(self, size):
            raise OSError("gone")

    with pytest.raises(ParseError, match="broke off"):
        FileParser().parse(Broken())


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


def test_files_of_a_form_keep_their_folders():
    fields = parse_form(files=[upload("a.log", b"1")])

    assert fields["files"] == [NamedFile("a.log", b"1")]
