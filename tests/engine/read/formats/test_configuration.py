import pytest

from engine.read import ReadError
from engine.read.formats.configuration import read, sniff
from engine.read.parts.config_text import MAX_CHARACTERS
from tests.engine.read.short import source_of


def test_settings_and_lines_of_a_file():
    source = source_of("lr: 0.1\n# note\nepochs: 3\n")

    assert sniff(source)
    assert read(source).config == {"lr": 0.1, "epochs": 3.0}
    assert read(source).log == ("lr: 0.1", "# note", "epochs: 3")


@pytest.mark.parametrize("text", ["", "lr: 0.1", "it fails: I do not know why it does\nhelp\n"])
def test_no_configuration(text):
    assert not sniff(source_of(text))


def test_text_beyond_a_configuration_is_none():
    source = source_of("lr: 1\n" * (MAX_CHARACTERS // 6 + 1), "c.yaml")

    assert not sniff(source)
    with pytest.raises(ReadError, match="more than 256 kB"):
        read(source)


@pytest.mark.parametrize("text", ["lr: 0.1\nwidth: 3\n", "layer:\n  dropout: 0.1\n  width: 2\n"])
def test_settings_without_any_measured_word_need_no_look_at_the_log(text):
    source = source_of(text)

    assert sniff(source)
    assert not source.memo


def test_values_that_come_again_are_a_log():
    assert not sniff(source_of("loss: 2.5\nloss: 2.4\nloss: 2.3\n"))
