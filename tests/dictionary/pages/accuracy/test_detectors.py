from content.detector_counts import Count, DetectorCounts
from dictionary.pages.accuracy.detectors import BY_ALARMS, BY_MISSES, detector_groups
from dictionary.pages.accuracy.names import Names

NAMES = Names(
    terms={"overfitting": "Overfitting"},
    signs={"a": ("Sign a", "memory"), "b": ("Sign b", "loss")},
    measured={},
)


def counts(listed, good, missed_in=()):
    return DetectorCounts(Count(*listed), Count(*good), Count(0, 0), (), missed_in)


COUNTS = {
    "a": counts((9, 9), (100, 5)),
    "b": counts((9, 7), (100, 0), ("overfitting", "gone")),
    "c": counts((1, 0), (10, 1), ("overfitting",)),
}


def order_of(groups):
    return [(title, [row.symptom.slug for row in rows]) for title, rows in groups]


def test_detectors_stand_below_their_signal_and_those_without_a_page_last():
    groups = detector_groups(COUNTS, NAMES)

    assert order_of(groups) == [("loss", ["b"]), ("memory", ["a"]), ("other signals", ["c"])]
    assert [name.term for name in groups[0][1][0].missed_in] == ["Overfitting", "gone"]


def test_detectors_can_stand_by_false_alarms_and_by_misses():
    assert order_of(detector_groups(COUNTS, NAMES, BY_ALARMS)) == [("", ["c", "a", "b"])]
    assert order_of(detector_groups(COUNTS, NAMES, BY_MISSES)) == [("", ["b", "c", "a"])]
