import io
import tarfile
import zipfile

import pytest

from engine.read.errors import ReadError
from engine.read.stores import members as module
from engine.read.stores.members import (
    clean_path,
    listed,
    members_of_tar,
    members_of_zip,
    opened_zip,
    room_for,
    starts_like_tar,
)
from tests.together import together


def zipped(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def tarred(**files):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name.replace("__", "/").replace("_", "."))
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def of_zip(content):
    with opened_zip("x", content) as archive:
        return members_of_zip("x", archive, len(content))


def names(members):
    return [file.name for file in members.kept]


@together(
    "path, clean",
    [
        ("run/train.log", "run/train.log"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/./passwd", "etc/passwd"),
        ("C:\\runs\\a.log", "runs/a.log"),
        ("a/../b", "a/b"),
        ("..", "file"),
        ("", "file"),
        ("a\0b", "ab"),
    ],
)
def test_paths_stay_below(path, clean):
    assert clean_path(path) == clean


def test_members_keep_their_folders():
    content = zipped(run__train_log=b"loss 1", run__model_pt=b"PK", run__sub__a_csv=b"a,b")
    members = of_zip(content)

    assert names(members) == ["run/train.log", "run/sub/a.csv"]
    assert list(members.all_warnings()) == [
        "x: left out as no metrics, settings or logs: run/model.pt"
    ]


def test_tar_is_read_from_front_to_end():
    content = tarred(run__train_log=b"loss 1", README_md=b"hello", b_csv=b"a,b")

    assert starts_like_tar(content)
    assert names(members_of_tar("x", io.BytesIO(content), 9)) == ["run/train.log", "b.csv"]


def test_links_and_devices_of_a_tar_are_passed_over():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        link = tarfile.TarInfo("a.log")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)

    assert names(members_of_tar("x", io.BytesIO(stream.getvalue()), 9)) == []


def test_tar_that_breaks_off_gives_what_stands_in_front():
    content = tarred(a_log=b"loss 1", b_log=b"x" * 5000)
    members = members_of_tar("x", io.BytesIO(content[:2000]), 9)

    assert names(members) == ["a.log"]
    assert "broken tar archive; the files in front of that are read" in members.warnings[0]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100)])
def test_broken_zip_is_refused(content):
    with pytest.raises(ReadError, match="broken zip"):
        opened_zip("x", content)


def test_broken_tar_is_refused():
    with pytest.raises(ReadError, match="broken tar"):
        members_of_tar("x", io.BytesIO(b"a" * 600), 9)


def test_zip_with_too_many_entries_is_refused(monkeypatch):
    monkeypatch.setattr(module, "MAX_MEMBERS", 1)

    with pytest.raises(ReadError, match="more than 1 files"):
        opened_zip("x", zipped(a_log=b"1", b_log=b"2"))


def test_members_beyond_the_room_or_number_are_named(monkeypatch):
    monkeypatch.setattr(module, "RATIO_FREE", 10)
    monkeypatch.setattr(module, "MAX_RATIO", 0)
    members = of_zip(zipped(big_log=b"x" * 11, small_log=b"loss 1"))
    assert (names(members), members.left_out) == (["small.log"], ["big.log"])

    monkeypatch.setattr(module, "MAX_READ_MEMBERS", 1)
    members = of_zip(zipped(a_log=b"1", b_log=b"2"))
    assert "too many to be read (left out): b.log" in next(members.all_warnings())


def test_encrypted_member_is_left_out():
    content = bytearray(zipped(a_log=b"loss 1", b_log=b"loss 2"))
    entry = content.index(b"PK\x01\x02")
    content[entry + 8] |= 1
    members = of_zip(bytes(content))

    assert names(members) == ["b.log"]
    assert members.warnings == ["x: a.log is encrypted (left out)"]


def test_member_with_wrong_checksum_is_left_out():
    content = bytearray(zipped(a_log=b"loss 1", b_log=b"loss 2"))
    entry = content.index(b"PK\x01\x02")
    content[entry + 16] ^= 1

    assert names(of_zip(bytes(content))) == ["b.log"]


def test_room_grows_with_the_packed_size_up_to_the_limit():
    assert room_for(0) == module.RATIO_FREE
    assert room_for(2**40) == module.MAX_UNPACKED


def test_long_lists_are_cut():
    assert listed(["a", "b"]) == "a, b"
    assert listed([str(number) for number in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7 and 2 more"
