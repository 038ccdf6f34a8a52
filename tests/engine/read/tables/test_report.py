from engine.read.tables.class_values import Evaluation
from engine.read.tables.report import Report, found_reports


def report(kind, split, line, value):
    return Report(kind, split, (line,), Evaluation(line, {"mAP": value}))


def test_reports_of_one_kind_and_split_are_points_of_one_table():
    tables = found_reports(
        [report("a", "val", 1, 0.1), report("b", "val", 2, 0.2), report("a", "val", 3, 0.3)]
    )

    assert [table.lines for table in tables] == [(1, 3), (2,)]
    assert tables[0].curves()[0].y.tolist() == [0.1, 0.3]
    assert tables[1].curves()[0].grain == "evaluation"


def test_splits_stay_apart():
    tables = found_reports([report("a", "val", 1, 0.1), report("a", "test", 2, 0.2)])

    assert [table.curves()[0].split for table in tables] == ["val", "test"]


def test_no_reports():
    assert found_reports([]) == []
