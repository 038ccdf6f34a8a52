from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.prose import LONG, Prose, is_document, is_prose, prose_in, prose_of
from tests.growth import assert_linear
from tests.together import together

MANUAL = (
    "The library counts leaves on photos and keeps a list of them for each garden and day.\n"
    "Every list can be printed on paper, and the words on it are read aloud where it is needed.\n"
) * (LONG // 150)
LOG = "step 1 train_loss 2.5 val_loss 2.5\nstep 2 train_loss 2.0 val_loss 2.6"


@pytest.mark.parametrize(
    "text",
    [
        "loss is nan",
        "My validation loss goes up after ten epochs.\nThe training loss keeps falling. Why?",
        "My loss is stuck at 0.69.\nThe accuracy stays at 0.5.\nThere are just 2 classes.",
        "训练集准确率很高，验证集只有一半，验证损失一直上升",
        "Der Verlust steigt nach zehn Epochen wieder an.\nWas soll ich zuerst versuchen?",
    ],
)
def test_words_in_any_language_are_words(text):
    assert prose_in(text) == Prose("words", text)


@together(
    "text",
    [
        "",
        "adam",
        "0.001",
        "root:x:0:0:root:/root:/bin/bash\nbin:x:2:2:bin:/bin:/usr/sbin/nologin",
        "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB",
        "Epoch number 1 ended with training loss 0.9\nEpoch number 2 ended with training loss 0.8",
        "\x1b[32mepoch 1\x1b[0m training loss 1.0\nepoch 2 training loss 0.5",
        "step 1 loss inf\nstep 2 loss -inf\nstep 3 loss NaN",
        "learning_rate=0.1,\nweight_decay=0.0,\nper_device_train_batch_size=8,",
    ],
)
def test_output_and_settings_hold_no_words(text):
    assert prose_in(text) == Prose("log")


@pytest.mark.parametrize(
    "line",
    [
        "Why does my validation loss rise?",
        "I train a small net on my own data and it behaves like this.",
        "has anyone seen this before with two cards",
    ],
)
def test_what_a_person_says_above_a_log_is_words(line):
    assert prose_in(f"{line}\n{LOG}") == Prose("log", line)


@pytest.mark.parametrize(
    "line",
    [
        "Some weights of the model were not initialized from the checkpoint",
        "You should probably train your model before we use it for anything, please",
        "Sanity Checking: 0it [00:00, ?it/s]",
        "Training videos moved to the help menu",
    ],
)
def test_what_a_program_says_above_a_log_is_no_words(line):
    assert prose_in(f"{line}\n{LOG}") == Prose("log")


def test_a_long_text_in_which_nobody_reports_is_a_document():
    titles = f"# Leaves\n\n{MANUAL}\n## Printing\n\n```\n{LOG}\n```\n"

    assert prose_in(3 * MANUAL) == Prose("document")
    assert prose_in(titles) == Prose("document")


def test_a_short_text_without_titles_is_a_report_whoever_writes():
    assert prose_in(MANUAL).kind == "words"


@pytest.mark.parametrize(
    "changed",
    [
        MANUAL.replace("The library", "My library, which I wrote,"),
        f"{MANUAL}## Steps to reproduce\nRun the program on the photos of one garden.\n",
        f"{MANUAL}RuntimeError: CUDA out of memory\n",
        f"{MANUAL}step 1 loss 2.5\nstep 2 loss 2.4\nstep 3 loss 2.3\nstep 4 loss 2.2\n",
        MANUAL[: LONG // 2],
        MANUAL.replace(" ", "_"),
    ],
    ids=["somebody reports", "a form", "it ends in an error", "a log", "too short", "no words"],
)
def test_what_somebody_reports_or_a_program_prints_is_no_document(changed):
    assert not is_document(changed.splitlines())


def test_a_program_with_long_comments_is_no_document():
    commented = "\n".join(f"# {line}\nx = f(x)" for line in MANUAL.splitlines())

    assert not is_document(commented.splitlines())


@pytest.mark.parametrize(("line", "expected"), [("the loss is high", True), ("a,b,c,d", False)])
def test_a_line_of_prose_has_words_apart(line, expected):
    assert is_prose(line) == expected


def test_a_line_that_comes_again_with_other_numbers_is_no_prose():
    assert prose_of(["loaded part 1 of them", "loaded part 2 of them", "that is all of it"]) == [
        "that is all of it"
    ]
    longer = ["loaded part 9 of them", "loaded part 10 of them", "loaded part 1,000 of them"]
    assert prose_of([*longer, "that is all of it"]) == ["that is all of it"]


@given(st.text(max_size=300))
def test_any_text_is_parted(text):
    found = prose_in(text)

    assert found.kind in {"log", "words", "document"}
    assert all(line in text for line in found.words.splitlines())


@pytest.mark.parametrize("part", ["a b c\n", "1 I am\n", "```\n", "word ", "?", "Error:\n"])
def test_time_is_linear(part):
    assert_linear(lambda size: partial(prose_in, part * size))
