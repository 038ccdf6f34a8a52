import pytest

from engine.read import ReadError
from engine.read.formats import configuration
from engine.read.formats.configuration import read, sniff
from engine.read.parts.config_text import MAX_CHARACTERS
from tests.engine.read.short import source_of


def test_settings_of_a_file_are_no_lines_of_a_log():
    source = source_of("lr: 0.1\n# note\nepochs: 3\n")

    assert sniff(source)
    assert read(source).config == {"lr": 0.1, "epochs": 3.0}
    assert read(source).log == ()


def test_a_line_of_trouble_below_the_settings_is_kept():
    source = source_of(
        "lr: 0.1\ngradient_clip: 1.0\nepochs: 3\nwidth: 8\nCUDA error: out of memory here\n"
    )

    assert sniff(source)
    assert read(source).log == ("CUDA error: out of memory here",)


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
    assert "log" not in source.memo


def test_values_that_come_again_are_a_log():
    assert not sniff(source_of("loss: 2.5\nloss: 2.4\nloss: 2.3\n"))


def test_a_print_is_read_once(monkeypatch):
    texts = []

    def read_print(text):
        texts.append(text)
        return {"lr": 0.1}

    monkeypatch.setattr(configuration, "settings_of_print", read_print)
    source = source_of("Namespace(lr=0.1)")

    assert sniff(source)
    assert read(source).config == {"lr": 0.1}
    assert len(texts) == 1
