"""Bodies that are files, and several files of one request."""

import gzip

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.diagnostics_api.conftest import URL


@pytest.mark.parametrize(
    ("content_type", "body", "name"),
    [
        ("text/csv", b"step,loss\n1,3\n2,2\n3,1\n", "body"),
        ("application/octet-stream", b"step,loss\n1,3\n2,2\n3,1\n", "body"),
        ("application/x-ndjson", b'{"step": 1, "loss": 3}\n{"step": 2, "loss": 2}\n', "body"),
        ("application/x-www-form-urlencoded", b"step,loss\n1,3\n2,2\n3,1\n", "body"),
        ("", b"step,loss\n1,3\n2,2\n3,1\n", "body"),
        ("text/plain", "step,loss\n1,3\n2,2\n3,1\n".encode("utf-16"), "log"),
        ("text/plain", "step,loss\n1,3\n2,2\n3,1\n".encode("utf-16-le"), "log"),
        ("application/gzip", gzip.compress(b"step,loss\n1,3\n2,2\n3,1\n", mtime=0), "body/body"),
    ],
)
def test_a_body_of_any_type_is_a_file(client, served, content_type, body, name):
    (read_as,) = client.generic("POST", URL, body, content_type=content_type).json()["read_as"]

    assert read_as["name"] == name
    assert "train_loss" in str(read_as)


def test_folder_of_a_file_is_kept(client, served):
    body = b"step,loss\n1,3\n2,2\n3,1\n"
    answer = client.generic("POST", f"{URL}?name=validation/x.csv", body, content_type="text/csv")

    assert answer.json()["read_as"][0]["name"] == "validation/x.csv"


def test_one_broken_file_of_several_is_a_warning(client, served):
    files = [
        SimpleUploadedFile("a.csv", b"step,loss\n1,3\n2,2\n"),
        SimpleUploadedFile("b.json", b'{"a"'),
    ]
    answer = client.post(URL, {"files": files}).json()

    assert any(text.startswith("b.json:1: not JSON") for text in answer["warnings"])
