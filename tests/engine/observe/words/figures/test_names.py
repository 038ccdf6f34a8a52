import csv
from pathlib import Path

from engine.observe.words.figures import names
from engine.observe.words.figures.names import MOST_WORDS, QUANTITIES, SPLITS


def test_names_are_listed_once_and_short_enough():
    table = Path(names.__file__).with_suffix(".tsv")
    with table.open(encoding="utf-8", newline="") as file:
        listed = [row["name"] for row in csv.DictReader(file, delimiter="\t")]

    assert len(set(listed)) == len(listed)
    assert max(len(name.split()) for name in listed) <= MOST_WORDS


def test_names_of_one_quantity_share_it():
    assert QUANTITIES["acc"] == QUANTITIES["accuracy"] == ("accuracy", "score")
    assert QUANTITIES["wer"][1] == "error"
    assert SPLITS["dev"] == SPLITS["val"] == "validation"


def test_a_part_of_a_loss_is_no_loss():
    assert QUANTITIES["box loss"][1] == "other"
    assert QUANTITIES["loss scale"][1] == "other"
