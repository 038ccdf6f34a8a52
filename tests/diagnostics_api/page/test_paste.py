import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostics_api.page.paste import fields_of_paste
from tests.engine.read.short import read


def words_in(text):
    """Return what the readers take for the words of a person."""
    return read(**fields_of_paste(text)).description


def test_nothing():
    assert fields_of_paste(" \n") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Loss sits at 2.303 from the first step, accuracy 10 %.",
        "loss is nan",
        "overfitting?",
        "hi",
        "My validation loss goes up after ten epochs.\nThe training loss keeps falling. Why?",
    ],
)
def test_words_are_a_description(text):
    assert fields_of_paste(text) == {"description": text}


@pytest.mark.parametrize(
    "text",
    [
        "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB",
        "Epoch 1 | train 0.9 | val 0.8\nEpoch 2 | train 0.8 | val 0.9",
        "step,loss\n1,2.0\n2,1.0",
        '{"step": 1, "loss": 2.0}\n{"step": 2, "loss": 1.0}',
        "2026-01-01 10:00:00 INFO loading the data from the disk\n2026-01-01 10:00:01 INFO "
        "loading the model",
        "x" * 100_000,
    ],
)
def test_machine_output_is_a_log(text):
    assert fields_of_paste(text) == {"log": text}


def test_words_around_a_log_are_both():
    text = (
        "Why does this happen to my run?\nEpoch 1 | train 0.9 | val 0.8\nEpoch 2 | train "
        "0.8 | val 0.9\n"
    )
    assert fields_of_paste(text) == {"log": text}
    assert words_in(text) == "Why does this happen to my run?"


def test_request_body():
    body = {"metrics": {"loss": [1.0]}, "symptoms": ["a"], "top": 3}
    assert fields_of_paste(json.dumps(body)) == {"metrics": {"loss": [1.0]}, "symptoms": ["a"]}


def test_a_recording_is_no_request_body():
    text = json.dumps({"metrics": {"loss": [1.0]}, "labels": {}})
    assert fields_of_paste(text)["log"] == text


def test_broken_json_is_left_to_the_readers():
    assert fields_of_paste('{"metrics": ')["log"] == '{"metrics": '


@given(st.text(max_size=200))
def test_any_text_is_sorted(text):
    fields = fields_of_paste(text)
    assert bool(fields) == bool(text.strip())


@pytest.mark.parametrize(
    "line",
    [
        "step {0} train_loss {0}.25 val_loss {0}.5",
        "epoch {0} loss {0}.5",
        "Epoch number {0} finished with training loss of {0}.25 and accuracy {0}.5",
    ],
)
def test_short_lines_of_a_log_are_no_words(line):
    text = "\n".join(line.format(number) for number in range(1, 7))

    assert fields_of_paste(text) == {"log": text}


def test_words_beside_short_lines_of_a_log_stay_words():
    log = "step 1 train_loss 2.5 val_loss 2.5\nstep 2 train_loss 2.0 val_loss 2.6"
    text = f"Why does my validation loss rise?\n{log}"

    assert fields_of_paste(text) == {"log": text}
    assert words_in(text) == "Why does my validation loss rise?"


def test_sentences_with_one_number_each_are_words():
    text = "My loss is stuck at 0.69.\nThe accuracy stays at 0.5.\nThere are just 2 classes."

    assert fields_of_paste(text) == {"description": text}
