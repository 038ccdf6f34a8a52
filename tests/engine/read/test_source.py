import gzip

import pytest

from engine.read import NamedFile, ReadError
from engine.read.parts.limits import MAX_FILE_NAME
from engine.read.source import Source, decode
from tests.engine.read.tables import metric_names, read_file, source_of


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ('{"metrics": {"train_loss": [1, 2}', "run.json:1", "not JSON"),
        ('{"a": 1,\n "a": 2}', "run.json", "'a' stands twice"),
        ('{"log_history": [1, 2]}', "run.json", "log_history must be a list of objects"),
        ('[{"a": 1}, 2]', "run.json", "a JSON list must hold objects"),
        ('{"metrics": {"train_loss": [1, "x"]}}', "run.json#/metrics/train_loss/1", "not a number"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "run.json", "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "run.json", "too many digits"),
    ],
)
def test_broken_documents_name_place_and_reason(text, place, reason):
    with pytest.raises(ReadError) as caught:
        read_file(text, "run.json")
    assert caught.value.problems[0].pointer == place
    assert reason in caught.value.problems[0].detail


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


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a", "a"),
        (b"\xef\xbb\xbfa", "a"),
        ("a".encode("utf-16"), "a"),
        ("a".encode("utf-16-be"), None),
        (b"\xfe\xff\0a", "a"),
        (b"\xff", "\ufffd"),
        (b"x" * 200 + b"\0", "x" * 200 + "\0"),
        (b"x" * 50 + b"\0", None),
        (b"", ""),
    ],
)
def test_encodings(content, text):
    if text is None:
        with pytest.raises(ReadError, match="is neither text nor an event file"):
            decode(content, "x")
    else:
        assert decode(content, "x") == text


@pytest.mark.parametrize(
    "content", [gzip.compress(b"a", mtime=0), b"PK\x03\x04", b"BZh9", b"\xfd7zXZ"]
)
def test_packed_files_are_refused(content):
    with pytest.raises(ReadError, match="unpack it first"):
        decode(content, "x")
