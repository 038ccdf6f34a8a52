import bz2
import gzip
import io
import lzma
import tarfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.archive import read, sniff
from engine.read.parts.limits import MAX_UNPACKED
from tests.engine.read.short import source_of
from tests.engine.read.stores.test_members import tarred, zipped

LOG = b"epoch 1 loss 2.0\nepoch 2 loss 1.5\n"


def inner(content, name="run.zip"):
    source = source_of(content, name)
    assert sniff(source)
    return {file.name: file.content for file in read(source).inner}


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        (gzip.compress, "run/train.log.gz"),
        (bz2.compress, "run/train.log.bz2"),
        (lzma.compress, "run/train.log.xz"),
    ],
)
def test_packed_file_has_the_name_that_was_packed(pack, name):
    assert inner(pack(LOG), name) == {"train.log": LOG}


def test_packed_file_without_a_suffix_keeps_its_name():
    assert inner(gzip.compress(LOG, mtime=0), "log") == {"log": LOG}


@pytest.mark.parametrize(
    "content",
    [
        zipped(run__train_log=LOG, run__model_pt=b"PK"),
        tarred(run__train_log=LOG, run__model_pt=b"PK"),
        gzip.compress(tarred(run__train_log=LOG, run__model_pt=b"PK"), mtime=0),
        lzma.compress(tarred(run__train_log=LOG, run__model_pt=b"PK")),
    ],
)
def test_members_of_archives(content):
    assert inner(content) == {"run/train.log": LOG}
    assert read(source_of(content, "x")).warnings == (
        "x: left out as no metrics, settings or logs: run/model.pt",
    )


def test_log_that_breaks_off_is_told():
    content = gzip.compress(LOG * 1000, mtime=0)
    reading = read(source_of(content[: len(content) // 2], "a.gz"))

    assert reading.inner[0].content != LOG * 1000
    assert reading.warnings == ("a.gz: breaks off (read as far as it goes)",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (zipped(run__model_pt=b"PK"), "left out as no metrics, settings or logs: run/model.pt"),
        (zipped(archive__data_pkl=b""), "holds weights and no metrics"),
        (b"PK\x03\x04abc", "is a broken zip archive"),
        (gzip.compress(bytes(MAX_UNPACKED), mtime=0), "unpacks to more than"),
        (b"\x1f\x8b" + bytes(30), "is a broken packed file"),
    ],
)
def test_archives_that_are_refused(content, reason):
    with pytest.raises(ReadError) as caught:
        read(source_of(content, "x"))
    assert caught.value.problems[0].pointer == "x"
    assert caught.value.problems[0].detail.startswith(reason)


def test_path_that_leaves_the_folder_is_a_label_below_it():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        info = tarfile.TarInfo("../../etc/cron.log")
        info.size = len(LOG)
        archive.addfile(info, io.BytesIO(LOG))

    assert list(inner(stream.getvalue())) == ["etc/cron.log"]


@pytest.mark.parametrize("content", [b"", LOG, b"P", b"\x1f", b"BZ"])
def test_other_content_is_no_archive(content):
    assert not sniff(source_of(content))


@given(
    st.sampled_from([zipped(a_log=LOG), tarred(a_log=LOG), gzip.compress(LOG, mtime=0)]), st.data()
)
def test_any_damage_is_read_or_refused(content, data):
    place = data.draw(st.integers(0, len(content)))
    damage = data.draw(st.binary(max_size=30))
    source = source_of(content[:place] + damage + content[place + len(damage) :])
    with suppress(ReadError):
        if sniff(source):
            read(source)
