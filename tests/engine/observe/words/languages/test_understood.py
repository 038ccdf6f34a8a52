from engine.observe.words.languages.understood import Piece, in_english, put_together


def test_an_english_text_is_its_own():
    text = in_english("the loss is nan")

    assert text.is_enough
    assert text.quote(4, 8) == "loss"


def test_pieces_are_joined_and_lead_back_to_the_original():
    original = "Verlust xyzzy sinkt"
    pieces = [
        Piece("loss", 0, 7, 7),
        Piece("", 8, 13, 5, known=False),
        Piece("decreases", 14, 19, 5),
    ]
    text = put_together(original, pieces, "German")

    assert text.text == "loss decreases"
    assert text.quote(0, 4) == "Verlust"
    assert text.quote(0, 14) == original
    assert text.share == 12 / 17


def test_less_than_half_is_not_enough():
    pieces = [Piece("loss", 0, 4, 4), Piece("", 4, 10, 5, known=False)]

    assert not put_together("lossxyzzyx", pieces, "German").is_enough


def test_a_place_outside_quotes_nothing():
    text = put_together("Verlust", [Piece("loss", 0, 7, 7)], "German")

    assert text.quote(10, 12) == ""


def test_nothing_is_not_enough():
    assert put_together("", [], "German").share == 0
