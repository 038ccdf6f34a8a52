"""The content that tests share is the one of its folder, and no other folder is taken for it."""

from content.content import HashedContent
from content.files import hash_files
from tests.engine.content import FIXTURES, hashed_content, read_once
from tests.small_content import small_content, small_files, write_files


def test_the_content_of_the_project_is_read_once():
    assert read_once(FIXTURES) is read_once(FIXTURES / "cases" / "..") is hashed_content()


def test_another_folder_is_read_each_time(small_engine, tmp_path):
    write_files(small_files(), tmp_path)

    assert read_once(tmp_path) == HashedContent(small_content(), hash_files(small_files()))
    assert read_once(tmp_path) is not read_once(tmp_path)
