import gzip

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.read import NamedFile, ReadError
from tests.engine.read.short import read, read_file, read_or_problems
from tests.memory import peak_of


def test_nothing_is_an_empty_case():
    case = read()
    assert (case.series, case.config, case.log, case.read_as, case.warnings) == ({}, {}, (), (), ())


def test_all_inputs_join_and_the_first_keeps_a_name():
    case = read(
        description="  it fails ",
        symptoms=("a", "b", "a"),
        absent_symptoms=("c",),
        metrics={"train_loss": [3.0, 2.0]},
        config={"lr": 0.1},
        log="epoch 1 loss 9.0 val loss 1.0\nepoch 2 loss 8.0 val loss 1.5\n",
        files=(NamedFile("c.yaml", b"lr: 0.5\nbatch_size: 8\n"),),
    )
    assert case.description == "it fails"
    assert case.told_seen == ("a", "b")
    assert case.series["train_loss"].y.tolist() == [3.0, 2.0]
    assert case.series["val_loss"].y.tolist() == [1.0, 1.5]
    assert case.config["learning_rate"] == 0.1
    assert case.config["batch_size"] == 8
    assert [item.format for item in case.read_as] == ["json-body", "json-body", "config", "console"]
    assert [item.settings for item in case.read_as] == [0, 1, 2, 0]
    assert dict(case.read_as[3].series) == {"train_loss": 2, "val_loss": 2}
    assert case.warnings == (
        "learning_rate is 0.1 (lr in config) and 0.5 (lr in c.yaml): the first is used",
        "log shows other values than metrics under train_loss: "
        "two runs, or two ways of measuring; the first is diagnosed",
    )


def test_the_same_curve_in_two_inputs_is_told_once():
    case = read(
        metrics={"train_loss": [3.0, 2.0]},
        log="epoch 1 loss 3.0 val loss 3.5\nepoch 2 loss 2.0 val loss 2.5\n",
    )

    assert case.series["train_loss"].y.tolist() == [3.0, 2.0]
    assert case.warnings == ("log repeats curves of metrics: train_loss",)


def test_problems_of_all_inputs_are_told():
    with pytest.raises(ReadError) as caught:
        read(
            metrics={"loss": ["x"]},
            files=(NamedFile("a.json", b'{"a"'), NamedFile("b.csv", b"step,loss\n1,2\n")),
        )
    assert [problem.pointer for problem in caught.value.problems] == ["/metrics/loss/0", "a.json:1"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04abc", "is a broken zip archive: pack it again"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "is a picture: paste the text, or"),
        (bytes(range(256)) * 100, "is neither text nor a file that is read here"),
    ],
)
def test_files_that_are_no_text_are_refused(content, reason):
    with pytest.raises(ReadError) as caught:
        read_file(content, "upload")
    assert caught.value.problems[0].pointer == "upload"
    assert caught.value.problems[0].detail.startswith(reason)


def test_packed_table_is_read():
    packed = gzip.compress(b"step,loss\n1,2\n2,1\n", mtime=0)

    assert read_file(packed, "a.csv.gz").series["train_loss"].y.tolist() == [2, 1]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfstep,loss\n1,2\n2,1\n",
        "step,loss\n1,2\n2,1\n".encode("utf-16"),
        b"step,loss\r1,2\r2,1\r",
    ],
)
def test_encodings_and_line_ends(content):
    assert read_file(content).series["train_loss"].y.tolist() == [2, 1]


hostile = st.text(
    alphabet=st.sampled_from(list("{}[]\"':,=|/%\\\r\n\b\t \x00-+.eE019aNnIiflos\u2501#@é")),
    max_size=300,
)


@given(hostile | st.text(max_size=300))
@example("{'loss': }")
@example('{"loss": 1}\n{"loss": [}\n')
@example("1/1 [=] - loss: 1e999")
@example("0%|| 0/0 [loss=1")
@example("a,b\n1," + "9" * 400)
def test_any_text_is_read_or_refused(text):
    case, problems = read_or_problems(log=text, config=text, files=(NamedFile("x", text.encode()),))
    assert case is not None or problems
    assert case is None or all(len(series.x) == len(series.y) for series in case.series.values())


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(content, framed):
    header = b"\x18\0\0\0\0\0\0\0\0\0\0\0" + b"brain.Event:2" + b"\0" * 15
    case, problems = read_or_problems(
        files=(NamedFile("x", header + content if framed else content),)
    )
    assert case is not None or problems


@pytest.mark.parametrize("length", [10_000, 40_000])
def test_a_long_file_name_is_not_copied_into_each_warning(length):
    header = ",".join(f"host{number}" for number in range(300))
    table = f"step,{header}\n1{',word' * 300}\n2{',word' * 300}\n"

    assert peak_of(lambda: read_file(table, "n" * length)) < 2 * length + 900_000


def test_the_end_of_a_long_file_name_is_kept():
    case = read_file("step,loss,host\n1,3.0,a\n2,2.0,b\n", "folder/" * 100 + "m.csv")

    assert case.warnings[0].endswith("folder/m.csv: column 'host' holds no numbers")
