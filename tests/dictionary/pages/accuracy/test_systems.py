from dictionary.pages.accuracy.systems import system_rows
from tests.small_accuracy import small_accuracy


def test_systems_that_name_most_faults_come_first_and_ours_is_marked():
    rows = system_rows(small_accuracy().systems)

    assert [(row.system.system, row.is_ours) for row in rows] == [
        ("lossary", True),
        ("worse", False),
    ]
