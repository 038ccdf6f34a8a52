import logging
import os
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from content import derived
from content.derived import (
    KEPT_FOLDERS,
    MISSING,
    folder_of,
    hash_sources,
    read_derived,
    write_derived,
)
from content.schema import Cause
from quizzes.records import Remedy

CODE = "c" * 16
VALUE = {"remedies": (Remedy("Divide by ten", "root", "Do it.", "It falls."),)}


def edition(number):
    return f"{number:064x}"


@pytest.fixture
def folder(tmp_path):
    return folder_of(tmp_path / "derived", edition(1), CODE)


@pytest.fixture(autouse=True)
def _report_anew():
    derived._reported.clear()


def test_a_written_value_is_read(folder):
    write_derived(folder, "bank", VALUE)

    assert read_derived(folder, "bank") == VALUE


def test_records_of_the_schema_are_kept(folder):
    cause = Cause(key="rate", text="The rate is too high.", likelihood="often")

    write_derived(folder, "causes", (cause,))

    assert read_derived(folder, "causes") == (cause,)


def test_nothing_is_read_where_nothing_was_written(folder):
    assert read_derived(folder, "bank") is MISSING


def test_none_is_a_value(folder):
    write_derived(folder, "nothing", None)

    assert read_derived(folder, "nothing") is None


def test_names_editions_and_code_have_values_of_their_own(folder, tmp_path):
    write_derived(folder, "bank", VALUE)
    root = folder.parent

    assert read_derived(folder, "lexicon") is MISSING
    assert read_derived(folder_of(root, edition(2), CODE), "bank") is MISSING
    assert read_derived(folder_of(root, edition(1), "d" * 16), "bank") is MISSING


@pytest.mark.parametrize("damage", [b"", b"short", b"\x00" * 200, b"x" * 10_000])
def test_a_broken_file_is_no_value_and_is_replaced(folder, damage):
    write_derived(folder, "bank", VALUE)
    (folder / "bank").write_bytes(damage)

    assert read_derived(folder, "bank") is MISSING
    write_derived(folder, "bank", VALUE)
    assert read_derived(folder, "bank") == VALUE


@pytest.mark.parametrize("place", [0, 40, -1])
def test_one_changed_byte_is_noticed(folder, place):
    write_derived(folder, "bank", VALUE)
    data = bytearray((folder / "bank").read_bytes())
    data[place] ^= 1
    (folder / "bank").write_bytes(data)

    assert read_derived(folder, "bank") is MISSING


def test_a_record_that_is_no_more_is_no_value(folder, monkeypatch):
    write_derived(folder, "bank", VALUE)
    monkeypatch.delattr("quizzes.records.Remedy")

    assert read_derived(folder, "bank") is MISSING


def test_files_are_of_this_user_alone(folder):
    write_derived(folder, "bank", VALUE)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "bank").stat().st_mode & 0o777 == 0o600


def test_a_file_that_others_may_write_is_not_unpickled(folder, monkeypatch, caplog):
    write_derived(folder, "bank", VALUE)
    (folder / "bank").chmod(0o666)
    monkeypatch.setattr(pickle, "loads", None)

    assert read_derived(folder, "bank") is MISSING
    assert "may be written by other users" in caplog.text


def test_a_file_of_another_user_is_not_unpickled(folder, monkeypatch):
    write_derived(folder, "bank", VALUE)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    monkeypatch.setattr(pickle, "loads", None)

    assert read_derived(folder, "bank") is MISSING


def test_a_place_that_cannot_be_written_is_logged_once(tmp_path, caplog):
    (tmp_path / "var").write_text("a file where the folder should be")
    folder = folder_of(tmp_path / "var", edition(1), CODE)

    with caplog.at_level(logging.WARNING):
        for name in ("bank", "lexicon", "bank"):
            write_derived(folder, name, VALUE)
            assert read_derived(folder, name) is MISSING

    assert len(caplog.records) == 1
    assert "each process makes its own" in caplog.text


def test_a_full_disk_leaves_no_part_of_a_file(folder, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fails)

    write_derived(folder, "bank", VALUE)

    assert list(folder.iterdir()) == []


def test_makers_at_once_leave_one_whole_file(folder):
    values = [("value", number) for number in range(40)]

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda value: write_derived(folder, "bank", value), values))

    assert read_derived(folder, "bank") in values
    assert [path.name for path in folder.iterdir()] == ["bank"]


def test_a_reader_sees_a_whole_value_while_others_write(folder):
    write_derived(folder, "bank", (0,) * 5_000)

    def write_and_read(number):
        write_derived(folder, "bank", (number,) * 5_000)
        return set(read_derived(folder, "bank"))

    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(write_and_read, range(40)))

    assert all(len(numbers) == 1 for numbers in read)


def test_folders_of_old_editions_are_removed(folder):
    root = folder.parent
    for number in range(1, 7):
        newer = folder_of(root, edition(number), CODE)
        write_derived(newer, "bank", VALUE)
        os.utime(newer, (number, number))
    write_derived(folder_of(root, edition(7), CODE), "bank", VALUE)

    left = sorted(path.name for path in root.iterdir())

    assert left == [f"{edition(number)}-{CODE}" for number in range(8 - KEPT_FOLDERS, 8)]


def test_other_files_beside_the_folders_stay(folder):
    root = folder.parent
    for name in ("keep", "README", "f" * 64):
        (root / name).mkdir(parents=True)
    for number in range(1, 7):
        write_derived(folder_of(root, edition(number), CODE), "bank", VALUE)

    assert {"keep", "README", "f" * 64} <= {path.name for path in root.iterdir()}


def test_the_version_changes_with_every_module(tmp_path):
    package = tmp_path / "package"
    (package / "inner").mkdir(parents=True)
    module, lock = package / "inner" / "module.py", tmp_path / "requirements.lock"
    module.write_text("A = 1\n")
    lock.write_text("numpy==2.0\n")
    paths = [package, lock]
    before = hash_sources(paths)

    versions = {before}
    for path, text in [(module, "A = 2\n"), (lock, "numpy==2.1\n")]:
        path.write_text(text)
        versions.add(hash_sources(paths))
    module.rename(package / "module.py")
    versions.add(hash_sources(paths))

    assert len(versions) == 4
    assert all(len(version) == 16 for version in versions)


def test_the_version_does_not_depend_on_other_files(tmp_path):
    (tmp_path / "module.py").write_text("A = 1\n")
    before = hash_sources([tmp_path])
    (tmp_path / "module.pyc").write_bytes(b"x")

    assert hash_sources([tmp_path]) == before
