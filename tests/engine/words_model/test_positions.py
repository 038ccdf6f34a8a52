import pytest

from engine.words_model.positions import Positions

NAMES = ("w loss", "w nan", "w \u635f\u5931")
POSITIONS = Positions("\n".join(NAMES).encode())


def test_names_have_the_columns_of_their_order():
    assert dict(POSITIONS) == {name: column for column, name in enumerate(NAMES)}
    assert POSITIONS["w nan"] == 1
    assert POSITIONS.get("w other") is None
    assert "w other" not in POSITIONS
    assert list(POSITIONS) == list(NAMES)


def test_an_unknown_name_has_no_column():
    with pytest.raises(KeyError):
        POSITIONS["w other"]


def test_counting_takes_nothing_apart():
    positions = Positions(b"a\nb")

    assert len(positions) == 2
    assert "by_name" not in vars(positions)
    assert len(positions.by_name) == 2


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(ValueError, match="utf-8"):
        Positions(b"\xff\xfe")
