import pickle

import pytest

from diagnostics_api.terminal.files import FileOnDisk
from engine.read import NamedFile, ReadError
from engine.read.parts.limits import MAX_FILE_NAME
from engine.read.source import Source, decode
from tests.engine.read.short import metric_names, read_file, source_of


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"lr": 0.1,\n "optim', "run.json:2", "not JSON"),
        ('{"metrics":\n {"train_loss": [', "run.json:2", "not JSON"),
        ('{"log_history": [1, 2]}', "run.json", "log_history must be a list of objects"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "run.json", "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "run.json", "too many digits"),
    ],
)
def test_broken_documents_without_curves_name_place_and_reason(text, place, reason):
    with pytest.raises(ReadError) as caught:
        read_file(text, "run.json")
    assert caught.value.problems[0].pointer == place
    assert reason in caught.value.problems[0].detail


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            '{"metrics":\n {"train_loss": [1, 0.5, 2}',
            "run.json:2: not JSON from here on: read up to this line",
        ),
        (
            '{"train_loss": [1, 0.5],\n "train_loss": [1, 0.5]}',
            "run.json: the key 'train_loss' stands twice in one object: the last one counts",
        ),
        (
            '[{"train_loss": 1}, 2, {"train_loss": 0.5}]',
            "run.json: 1 entry is no object in a list of 3 (left out)",
        ),
        (
            '{"metrics": {"train_loss": [1, "x", 0.5]}}',
            "run.json#/metrics/train_loss/1: not a number: 'x' (left out)",
        ),
    ],
)
def test_broken_documents_with_curves_are_read_with_a_warning(text, warning):
    case = read_file(text, "run.json")

    assert case.series["train_loss"].y.tolist() == [1, 0.5]
    assert warning in case.warnings


def test_a_setting_that_stands_twice_is_told():
    case = read_file('{"lr": 1,\n "lr": 2}', "run.json")

    assert case.config == {"learning_rate": 2}
    assert case.warnings == (
        "run.json: the key 'lr' stands twice in one object: the last one counts",
    )


def test_text_of_a_file_is_decoded_once():
    source = source_of("caf\u00e9")

    assert source.text == "caf\u00e9"
    assert source.text is source.text


def test_pasted_text_is_taken_as_it_is():
    source = Source("log", metric_names(), pasted="half \ud800")

    assert source.text == "half \ud800"
    assert source.content == b""


def test_lines_are_frames():
    assert source_of("a\rb\n").lines == ["a", "b"]


def test_document_is_parsed_once():
    source = source_of('{\n"a": [1]}')

    assert source.document == {"a": [1]}
    assert source.document is source.document


@pytest.mark.parametrize("text", ["", "a,b", '{"a": 1}\n{"a": 2}'])
def test_other_text_has_no_document(text):
    assert source_of(text).document is None


def test_broken_document_is_refused():
    with pytest.raises(ReadError, match=r"x\.json:1: not JSON"):
        _ = source_of('{"a" ', "x.json").document


def test_long_file_name_keeps_its_end():
    file = NamedFile("d/" * 500 + "loss.csv", b"a")

    name = Source.of_file(file, metric_names()).name
    assert len(name) == MAX_FILE_NAME
    assert name.endswith("loss.csv")


def test_bytes_are_dropped_once_they_are_text():
    source = source_of("step 1 loss 2.0")

    assert source.text == "step 1 loss 2.0"
    assert source.content == b""
    assert source.text == "step 1 loss 2.0"


@pytest.mark.parametrize("text", ["größer", "a"])
def test_text_of_any_encoding_is_decoded(text):
    assert decode(text.encode("utf-16"), "x") == text
    assert decode(text.encode("latin-1"), "x") == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(5), "is a picture"),
        (pickle.dumps([1.0]), "is a pickle, which is never loaded"),
        (b"ab\0\1\2", "is neither text nor a file that is read here"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_send(content, reason):
    with pytest.raises(ReadError, match=reason):
        decode(content, "x")


def test_kept_lines_are_worked_out_once():
    source = Source("log", metric_names(), pasted="a\nb")

    assert source.kept == ("a", "b")
    assert source.kept is source.kept


def test_bytes_of_a_file_on_disk_are_gone_before_its_text_is_made(tmp_path):
    path = tmp_path / "run.log"
    path.write_bytes(b"step 1 loss 0.5\n" * 3)
    held = []

    class Watched(FileOnDisk):
        def pieces(self):
            held.append(source.content)
            yield from super().pieces()

    source = Source.of_file(Watched("run.log", path), metric_names())
    assert source.content == path.read_bytes()

    assert source.text == path.read_text()
    assert held == [b""]
    assert source.file is None
