import pytest

from content.files import hash_files, read_files
from tests.small_content import small_files, write_files


def test_content_files_are_read_sorted_by_path(tmp_path):
    write_files(small_files(), tmp_path)

    files = read_files(tmp_path)

    assert files == small_files()
    assert list(files) == sorted(files)


def test_other_files_are_left_out(tmp_path):
    write_files({"README.md": b"x", "cases/a.jsonl": b"{}", "chapters.yaml": b"[]"}, tmp_path)

    assert read_files(tmp_path) == {"chapters.yaml": b"[]"}


def test_a_missing_folder_has_no_files(tmp_path):
    assert read_files(tmp_path / "nowhere") == {}


def test_the_hash_does_not_depend_on_the_order():
    files = {"a": b"1", "b": b"2"}

    assert hash_files(files) == hash_files(dict(reversed(files.items())))


@pytest.mark.parametrize(
    "other",
    [{"a": b"12"}, {"a": b"1"}, {"a1": b"2"}, {"a": b"1", "": b"2"}, {"a": b"", "12": b""}, {}],
)
def test_the_hash_changes_with_every_byte(other):
    assert hash_files({"a": b"1", "b": b"2"}) != hash_files(other)
