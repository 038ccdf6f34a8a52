import pytest

from engine.read.formats.plain_log import read, sniff
from tests.engine.read.short import read_file, source_of


def test_lines_are_kept():
    assert read(source_of("RuntimeError: boom\r\nbye\n")).log == ("RuntimeError: boom", "bye")


@pytest.mark.parametrize("text", ["", "\n\n", "words"])
def test_any_text_is_a_plain_log_at_last(text):
    assert sniff(source_of(text))


@pytest.mark.parametrize("text", ["loss high\n", "[3/7] done\n"])
def test_text_without_curves_is_read_as_plain_log(text):
    case = read_file(text)

    assert case.read_as[0].format == "plain-log"
    assert case.series == {}
    assert case.log == (text.strip(),)


def test_bytes_that_are_no_utf8_are_latin1():
    assert read(source_of(b"caf\xe9 closed\n")).log == ("caf\u00e9 closed",)


@pytest.mark.parametrize(
    "text",
    [
        "#!/bin/bash\nexport A=1\npython train.py --lr 0.1\n",
        "starting\nNamespace(lr=0.1, seed=1)\nRuntimeError: boom\n",
    ],
)
def test_settings_of_a_text_without_curves_are_read(text):
    case = read_file(text)

    assert case.read_as[0].format == "plain-log"
    assert case.config["learning_rate"] == 0.1


def test_words_without_settings_have_none():
    assert read(source_of("closed\nRuntimeError: boom\n")).config == {}
