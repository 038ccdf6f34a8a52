"""Typical shapes of chapters and entries: drawn where the shape is known."""

import re

import pytest

from dictionary.figures.presets import chapter_thumbnail, entry_figure, entry_thumbnail


def ids_of(svg):
    return re.findall(r' id="([^"]+)"', svg)


def test_a_known_shape_is_drawn_with_the_words_of_the_entry():
    assert "It swings." in entry_thumbnail("rate", "oscillates", "It swings.")
    assert "It swings." in entry_figure("rate", "oscillates", "It swings.")


@pytest.mark.parametrize("preset", ["", "no-such-shape"])
def test_an_unknown_shape_is_not_drawn(preset):
    assert chapter_thumbnail("chapter", preset) == ""
    assert entry_thumbnail("rate", preset, "Words.") == ""
    assert entry_figure("rate", preset, "Words.") == ""


def test_drawings_of_a_chapter_and_an_entry_of_one_name_share_no_id():
    drawings = [
        chapter_thumbnail("drift", "plateau"),
        entry_thumbnail("drift", "plateau", ""),
        entry_figure("drift", "plateau", ""),
    ]

    ids = [name for drawing in drawings for name in ids_of(drawing)]

    assert len(ids) == len(set(ids)) == 3
