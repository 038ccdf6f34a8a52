from dictionary.pages.accuracy.results import results_of
from tests.small_accuracy import small_accuracy


def test_results_of_several_sets_are_rows_with_a_cell_for_each():
    found = results_of(small_accuracy())

    assert [each.name for each in found.sets] == ["reports", "silent"]
    assert [(row.name, [cell.right for cell in row.cells]) for row in found.rows] == [
        ("covered, accepted first", [37, 1])
    ]


def test_a_measure_of_one_set_stands_alone_under_its_title():
    (alone,) = results_of(small_accuracy()).alone

    assert alone.title == "Nothing to report"
    assert (alone.measure.name, alone.measure.right) == ("no cause reported", 110)
