import gzip

import pytest

from engine.read import Inputs, NamedFile, ReadError
from engine.read.all_inputs import gather, shows_something
from engine.read.inputs import Reading
from engine.read.parts.names import Names
from tests.engine.read.stores.test_members import tarred, zipped

TABLE = b"step,loss\n1,2.0\n2,1.5\n3,1.25\n"
LOG = b"epoch 1 loss 2.0\nepoch 2 loss 1.5\nepoch 3 loss 1.25\n"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)


def gathered(*files, **inputs):
    named = tuple(NamedFile(name, content) for name, content in files)
    return gather(Inputs(files=named, **inputs), Names({}))


def names(result):
    return [reading.name for reading in result.readings]


def problems(*files, **inputs):
    with pytest.raises(ReadError) as caught:
        gathered(*files, **inputs)
    return [tuple(problem) for problem in caught.value.problems]


def test_fields_files_and_text_are_read_in_their_order():
    result = gathered(
        ("a.csv", TABLE),
        metrics={"loss": [1.0]},
        config={"lr": 0.1},
        log=LOG.decode(),
    )

    assert names(result) == ["metrics", "config", "a.csv", "log"]
    assert result.all_warnings() == ()


def test_members_of_an_archive_are_read_under_their_paths():
    result = gathered(("run.zip", zipped(run__a_csv=TABLE, run__logs__b_log=LOG)))

    assert names(result) == ["run.zip/run/a.csv", "run.zip/run/logs/b.log"]


def test_packed_file_in_an_archive_is_read_before_the_next_member():
    inside = zipped(b_csv=TABLE)
    content = zipped(a__c_gz=gzip.compress(LOG, mtime=0), in_zip=inside, z_csv=TABLE)

    assert names(gathered(("run.zip", content))) == [
        "run.zip/a/c.gz/c",
        "run.zip/in.zip/b.csv",
        "run.zip/z.csv",
    ]


def test_archives_are_opened_one_in_another_and_no_deeper():
    deep = zipped(c_zip=zipped(d_csv=TABLE))
    result = gathered(("a.zip", zipped(b_zip=deep, e_csv=TABLE)))

    assert names(result) == ["a.zip/e.csv"]
    assert result.all_warnings() == ("a.zip/b.zip/c.zip: is packed too deeply (left out)",)


def test_inner_files_beyond_the_room_are_left_out():
    file = NamedFile("a.zip", zipped(a_csv=TABLE, b_csv=TABLE))
    result = gather(Inputs(files=(file,)), Names({}), room=len(TABLE))

    assert names(result) == ["a.zip/a.csv"]
    assert "a.zip/b.csv: the files inside of others are more than" in result.all_warnings()[0]


def test_one_file_that_cannot_be_read_is_a_warning():
    result = gathered(("a.csv", TABLE), ("b.json", b'{"a": '), ("c.bin2", PICTURE))

    assert names(result) == ["a.csv"]
    first, second = result.all_warnings()
    assert first.startswith("b.json:1: not JSON")
    assert second.startswith("c.bin2: is a picture")
    assert first.endswith("(left out)")
    assert second.endswith("(left out)")


@pytest.mark.parametrize("inputs", [{}, {"description": "the loss is nan"}])
def test_files_are_refused_where_none_is_read(inputs):
    found = problems(("a.bin2", PICTURE), ("b.json", b'{"a": '), **inputs)

    assert [pointer for pointer, _ in found] == ["a.bin2", "b.json:1"]


def test_wrong_field_is_refused_whatever_else_is_read():
    found = problems(("a.csv", TABLE), metrics={"loss": ["x"]})

    assert [pointer for pointer, _ in found] == ["/metrics/loss/0"]


def test_byproducts_among_others_are_left_out():
    result = gathered(("run/model.pt", b"PK"), ("run/README.md", b"hello"), ("run/a.csv", TABLE))

    assert names(result) == ["run/a.csv"]
    assert result.all_warnings() == (
        "left out as no metrics, settings or logs: run/model.pt, run/README.md",
    )


def test_byproduct_alone_is_read():
    assert names(gathered(("README.md", LOG))) == ["README.md"]
    assert problems(("model.png", PICTURE))[0][0] == "model.png"


@pytest.mark.parametrize("content", [b"", b" \n\t", bytes(50)])
def test_empty_file_is_told(content):
    result = gathered(("a.csv", content), ("b.csv", TABLE))

    assert names(result) == ["b.csv"]
    assert result.all_warnings() == ("a.csv: is empty",)


def test_text_from_which_nothing_was_read_is_told():
    result = gathered(("a.txt", b"hello there\nall is well\n"), ("b.csv", TABLE))

    assert result.all_warnings() == ("a.txt: nothing was read from it",)


@pytest.mark.parametrize("line", [b"RuntimeError: CUDA out of memory", b"loss became NaN"])
def test_text_with_a_word_of_trouble_is_not_called_empty(line):
    assert gathered(("a.txt", line + b"\n")).all_warnings() == ()


def test_many_files_without_content_get_one_warning():
    files = [(f"{number}.txt", b"hello there\n") for number in range(5)]

    assert gathered(*files).all_warnings() == (
        "nothing was read from 5 files: 0.txt, 1.txt, 2.txt, 3.txt, 4.txt",
    )


def test_warnings_of_an_archive_are_kept():
    result = gathered(("a.tar", tarred(a_csv=TABLE, model_pt=b"PK")))

    assert result.all_warnings() == ("a.tar: left out as no metrics, settings or logs: model.pt",)


@pytest.mark.parametrize(
    ("reading", "shows"),
    [
        (Reading(), False),
        (Reading(log=(" ",)), False),
        (Reading(log=("a",)), True),
        (Reading(config={"lr": 1}), True),
    ],
)
def test_what_a_reading_shows(reading, shows):
    assert shows_something(reading) == shows
