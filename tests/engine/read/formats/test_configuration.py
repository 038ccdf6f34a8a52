import pytest

from engine.read import ReadError
from engine.read.formats.configuration import read, sniff
from engine.read.parts.config_text import MAX_CHARACTERS
from tests.engine.read.tables import source_of


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
