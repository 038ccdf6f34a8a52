import pytest

from engine.read.formats.words import read, sniff
from tests.engine.read.short import read_file, source_of

REPORT = "My validation loss rises from epoch 5 on.\nThe training loss falls. What can I do?\n"


def test_words_in_a_file_are_the_description():
    case = read_file(REPORT)

    assert case.read_as[0].format == "words"
    assert case.description == REPORT.strip()
    assert case.log == ()
    assert case.warnings == ()


def test_settings_in_words_are_read():
    case = read_file("I train a small network with lr 0.1 and a batch of images on my machine.\n")

    assert case.config["learning_rate"] == 0.1


def test_words_above_a_log_are_the_description_and_the_log_is_read():
    case = read_file("Why does my loss rise?\nstep 1 loss 2.0\nstep 2 loss 2.5\n")

    assert case.description == "Why does my loss rise?"
    assert case.read_as[0].format == "console"
    assert case.series["train_loss"].y.tolist() == [2.0, 2.5]


def test_a_log_made_of_words_is_a_log():
    assert sniff(source_of(REPORT))
    assert read(source_of(REPORT)).words == REPORT.strip()
    assert not sniff(source_of("step one loss inf here\nstep two loss nan here\n" * 2))
    assert not sniff(source_of("step 1 loss inf\nstep 2 loss nan\n"))


@pytest.mark.parametrize("name", ["config.yaml", "run.sh", "train.py", "data.csv", "Page.HTML"])
def test_names_of_other_formats_hold_no_words(name):
    assert not sniff(source_of(REPORT, name))


def test_long_texts_are_not_looked_at():
    assert not sniff(source_of(REPORT * 20_000))
