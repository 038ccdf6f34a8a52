import pytest

from engine.read.formats.plain_log import read, sniff
from tests.engine.read.tables import read_file, source_of


def test_lines_are_kept():
    assert read(source_of("RuntimeError: boom\r\nbye\n")).log == ("RuntimeError: boom", "bye")


@pytest.mark.parametrize("text", ["", "\n\n", "words"])
def test_any_text_is_a_plain_log_at_last(text):
    assert sniff(source_of(text))


def test_text_without_curves_is_read_as_plain_log():
    case = read_file("the loss is 0.5 today\n")

    assert case.read_as[0].format == "plain-log"
    assert case.series == {}


def test_bytes_that_are_no_characters_are_replaced():
    assert read(source_of(b"caf\xe9 closed\n")).log == ("caf\ufffd closed",)
