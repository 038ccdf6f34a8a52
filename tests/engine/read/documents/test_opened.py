import json

import pytest

from engine.read import ReadError
from engine.read.documents.opened import opened, title_of
from tests.engine.read.short import source_of

HISTORY = json.dumps({"log_history": [{"step": n, "loss": 1.5} for n in range(9)]}, indent=1)


def test_a_document_is_read_once():
    source = source_of(HISTORY)

    assert opened(source) is opened(source)


def test_a_broken_document_with_curves_is_read_with_a_warning_that_names_the_line():
    found = opened(source_of(HISTORY[:200], "state.json"))

    (warning,) = found.reading.warnings
    assert warning.startswith("state.json:")
    assert warning.endswith(": not JSON from here on: read up to this line")
    assert found.has_curves


@pytest.mark.parametrize("text", ['{"lr": 0.1, "batch_si', '{"a": 1 "b"}', '[{"a"'])
def test_a_broken_document_without_curves_is_refused(text):
    with pytest.raises(ReadError, match=r"a\.json:1: not JSON"):
        opened(source_of(text, "a.json"))


@pytest.mark.parametrize(
    "text",
    [
        '{"lr": 0.1}\nepoch 1 loss 2.0\nepoch 2 loss 1.0\nepoch 3 loss 0.5\nepoch 4 loss 0.4',
        "[0, 1.5, 1.25, '00:00']\n[1, 1.25, 1.0, '00:00']",
        "[1, 2] and more [x]",
        "epoch 1",
        "",
    ],
)
def test_a_log_that_begins_like_a_document_is_none(text):
    assert opened(source_of(text)).document is None


def test_titles():
    assert title_of("a/run-x-tag-val_loss.json") == "val_loss"
    assert title_of("a/b.json") == "b"
    assert title_of("log") == "log"
