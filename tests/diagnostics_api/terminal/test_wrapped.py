import pytest

from diagnostics_api.terminal.wrapped import WIDTH, wrapped


def test_long_texts_are_wrapped_below_their_lead():
    lines = list(wrapped("word " * 60, "  * "))

    assert max(map(len, lines)) <= WIDTH
    assert lines[0].startswith("  * word")
    assert lines[1].startswith("    word")


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\r", "\ud800", "\u202e"])
def test_control_characters_become_blanks(character):
    assert list(wrapped(f"a{character}b", "")) == ["a b"]
