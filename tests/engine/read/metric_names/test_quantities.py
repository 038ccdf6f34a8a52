import math

from engine.read.metric_names.quantities import LONGEST_SPELLING, QUANTITIES, SPELLINGS
from engine.read.metric_names.tables import rows_of


def test_no_spelling_stands_for_two_quantities():
    columns = [row["spellings"].replace("|", " ") for row in rows_of("quantities")]
    spellings = [word for column in columns for word in column.split()]

    assert sorted(spellings) == sorted(set(spellings))


def test_every_quantity_is_spelled_by_its_own_name():
    assert {name for name in QUANTITIES if SPELLINGS[name].distance == 0} == set(QUANTITIES)


def test_directions_and_ranges_are_known():
    assert (QUANTITIES["loss"].better, QUANTITIES["accuracy"].better) == ("lower", "higher")
    assert QUANTITIES["accuracy"].is_share
    assert not QUANTITIES["perplexity"].is_share
    assert QUANTITIES["perplexity"].high == math.inf
    assert all(each.low < each.high for each in QUANTITIES.values())


def test_the_longest_spelling_is_counted_in_words():
    assert max(len(spelling.split("_")) for spelling in SPELLINGS) == LONGEST_SPELLING
