import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from diagnostics_api.service.uploads import FolderFile, keep_folders, named_files
from engine.read import NamedFile
from tests.together import together

BOUNDARY = "x"


def form_of(*files):
    """A form as browsers and curl send it: each file is (name, content)."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        f"Content-Type: text/plain\r\n\r\n{content}\r\n"
        for name, content in files
    ]
    return "".join([*parts, f"--{BOUNDARY}--\r\n"]).encode()


def request_of(*files):
    content_type = f"multipart/form-data; boundary={BOUNDARY}"
    request = RequestFactory().generic("POST", "/x/", form_of(*files), content_type)
    keep_folders(request)
    return request


def sent(*files):
    return named_files(request_of(*files).FILES.getlist("files"))


@together(
    "name, kept",
    [
        ("validation/loss.csv", "validation/loss.csv"),
        ("run/train/events.out", "run/train/events.out"),
        ("a.log", "a.log"),
        ("../../etc/passwd", "etc/passwd"),
        ("/root/a.log", "root/a.log"),
        ("C:\\runs\\a.log", "runs/a.log"),
        ("a\x07b.log", "ab.log"),
        ("a&amp;b.log", "a&b.log"),
    ],
)
def test_files_keep_their_folders(name, kept):
    assert sent((name, "loss 1")) == [NamedFile(kept, b"loss 1")]


@pytest.mark.parametrize("name", ["", ".", "..", "../", "/"])
def test_file_without_a_name_is_passed_over(name):
    assert sent((name, "loss 1")) == []


def test_two_files_of_one_name_in_two_folders_are_two():
    files = sent(("train/loss.tsv", "1"), ("val/loss.tsv", "2"))

    assert [file.name for file in files] == ["train/loss.tsv", "val/loss.tsv"]


def test_fields_beside_files_are_read():
    request = RequestFactory().post(
        "/x/", {"text": "it swings", "files": SimpleUploadedFile("a.log", b"1")}
    )
    keep_folders(request)

    assert request.POST["text"] == "it swings"
    assert isinstance(request.FILES["files"], FolderFile)
    assert (request.FILES["files"].size, request.FILES["files"].name) == (1, "a.log")


def test_upload_of_another_parser_has_its_name():
    assert named_files([SimpleUploadedFile("a.log", b"1")]) == [NamedFile("a.log", b"1")]


def test_large_file_is_put_together_again():
    content = "step 1 loss 2.0\n" * 20_000

    assert sent(("a.log", content)) == [NamedFile("a.log", content.encode())]
