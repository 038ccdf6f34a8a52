import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.parts import encodings
from engine.read.parts.encodings import is_ascii_text, text_of, text_of_pieces
from tests.together import together

LOG = "Schritt 1: Verlust größer als 2,5 ── Änderung\n" * 3


@together(
    "content, text",
    [
        (b"a", "a"),
        (b"", ""),
        (b"\xef\xbb\xbfa", "a"),
        ("a".encode("utf-16"), "a"),
        ("a".encode("utf-32"), "a"),
        (b"\xfe\xff\0a", "a"),
        (LOG.encode("utf-16-le"), LOG),
        (LOG.encode("utf-16-be"), LOG),
        ("loss 2.5\n".encode("utf-16-le"), "loss 2.5\n"),
        (b"\xff", "ÿ"),
        ("größer".encode("latin-1"), "größer"),
        ("größer – 5 €".encode("cp1252"), "größer – 5 €"),
        (b"\x81 loss", "\x81 loss"),
    ],
)
def test_encodings(content, text):
    assert text_of(content) == text


def test_utf8_with_some_broken_characters_stays_utf8():
    content = "██████ größer ".encode() + b"\xe2\x94" + b"\n"

    assert text_of(content) == "██████ größer �\n"


@pytest.mark.parametrize("zeros", [5000, 8, 5001])
def test_runs_of_zeros_are_taken_out(zeros):
    text = "step 1 loss 2.0\nstep 2 loss 1.5\n"

    assert text_of(bytes(zeros) + text.encode()) == text
    assert text_of(text.encode() + bytes(zeros) + text.encode()) == text + text


def test_one_control_character_in_a_text_stays():
    assert text_of(b"x" * 200 + b"\0") == "x" * 200 + "\0"


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 50 + b"\0",
        bytes(range(256)) * 10,
        b"\x89PNG\r\n\x1a\n" + b"\0\1\2" * 64,
        gzip.compress(b"a" * 1000, mtime=0),
        b"a\0b\0\0c\0d" * 50,
    ],
)
def test_other_bytes_are_no_text(content):
    assert text_of(content) is None


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=40))
def test_utf16_without_a_mark_is_never_garbled_into_letters(text):
    decoded = text_of(("loss 1.5 " * 10 + text).encode("utf-16-le"))

    assert decoded is None or decoded.startswith("loss 1.5 ")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_not(content):
    assert isinstance(text_of(content), str | None)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
def test_text_of_pieces_is_that_of_the_whole(size):
    content = "步 1 loss 0.5 \N{BLACK CIRCLE}\n".encode()
    pieces = [content[start : start + size] for start in range(0, len(content), size)]

    assert text_of_pieces(pieces) == content.decode()


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"step 1 loss 0.5\n" * 20, True),
        ("Schritt 1 Verlust 0,5 für\n".encode() * 20, False),
        ("step 1 loss 0.5\n".encode("utf-16-le") * 20, False),
        (b"\x01\x02\x03\x04" * 20, False),
    ],
)
def test_text_in_ascii_needs_no_guess(content, expected):
    assert is_ascii_text(content) is expected


def test_control_characters_of_a_long_content_are_counted_in_all_pieces(monkeypatch):
    monkeypatch.setattr(encodings, "_PIECE", 7)

    assert is_ascii_text(b"step 1 loss 0.5\n" * 20 + b"\x01")
    assert not is_ascii_text(b"step 1 loss 0.5\n" * 20 + b"\x01" * 8)
