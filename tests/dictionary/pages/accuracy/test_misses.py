from dictionary.pages.accuracy.misses import misses_by_set
from dictionary.pages.accuracy.names import Names
from tests.small_accuracy import small_accuracy

NAMES = Names({"overfitting": "Overfitting"}, {}, {})


def test_misses_stand_below_their_set_by_kind():
    ((items, rows),) = misses_by_set(small_accuracy(), NAMES)

    assert items.title == "Reports"
    assert [(row.miss.item, row.kind) for row in rows] == [
        ("d001", "Right entry not first"),
        ("d002", "False alarm"),
    ]
    assert rows[0].label.term == "Overfitting"
    assert [name.term for name in rows[0].accepted] == ["gone entry"]


def test_a_set_without_misses_is_left_out():
    assert misses_by_set(small_accuracy(misses=[]), NAMES) == []
