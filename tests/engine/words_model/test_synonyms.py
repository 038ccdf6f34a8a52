import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model import synonyms
from engine.words_model.features import tokens
from engine.words_model.synonyms import MARK, meanings


def meant(text):
    return meanings(tokens(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the loss goes up", "the loss climbs"),
        ("accuracy drops", "accuracy declines"),
        ("it is stuck", "it plateaus"),
        ("the pictures", "the images"),
        ("dev loss", "validation loss"),
        ("fine-tuned", "finetuned"),
    ],
)
def test_two_ways_to_say_one_thing_mean_the_same(first, second):
    assert meant(first) == meant(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("the loss goes up", "the loss goes down"),
        ("training loss", "validation loss"),
        ("validation accuracy", "test accuracy"),
        ("small batch", "big batch"),
        ("good on old data", "good on new data"),
        ("works great", "works badly"),
    ],
)
def test_opposites_stay_apart(first, second):
    assert meant(first) != meant(second)


def test_a_word_of_no_row_means_itself():
    assert meanings(["zebra", "<digits-2>"]) == ["zebra", "<digits-2>"]
    assert meanings([]) == []


def test_a_pair_goes_before_its_words():
    assert meanings(["goe", "up", "up"]) == [f"{MARK}rise", "up"]


def test_no_row_repeats_a_meaning_and_no_word_has_two():
    path = Path(synonyms.__file__).parent / "synonyms.tsv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    said = [way for row in rows for way in row["ways to say it"].split(", ")]

    assert len({row["meaning"] for row in rows}) == len(rows)
    assert len(set(said)) == len(said)
    assert all(1 <= len(way.split(" ")) <= 2 for way in said)


@given(st.lists(st.text(alphabet="abcdeginoprsuw", min_size=1, max_size=6), max_size=12))
def test_meanings_never_outnumber_the_words(stems):
    assert len(meanings(stems)) <= len(stems)
