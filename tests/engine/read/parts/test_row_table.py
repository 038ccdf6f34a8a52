from engine.read.parts import row_table
from engine.read.parts.row_table import RowTable
from tests.engine.read.documents.shapes import curves


def table_of(rows, **more):
    table = RowTable(**more)
    for row in rows:
        table.add(row)
    table.finish()
    return table


def test_identifiers_of_rows_are_no_runs_beyond_a_limit(monkeypatch):
    monkeypatch.setattr(row_table, "MAX_RUNS", 3)
    reading = table_of({"run": f"r{n}", "step": n, "loss": 1.0} for n in range(50)).reading("x")

    assert len(reading.curves) <= 4
    assert sum(len(curve) for curve in reading.curves if curve.name == "loss") == 50


def test_a_table_can_be_filled_row_by_row():
    table = table_of([{"step": 1, "loss": 1.0}])

    assert [curve.name for curve in table.curves()] == ["loss"]


def test_a_table_has_the_place_that_its_rows_do_not_say():
    rows = [{"step": 1, "loss": 1.0}, {"split": "val", "step": 1, "loss": 2.0}]

    assert curves(table_of(rows, split="train", run="a").reading("x")) == {
        "loss|train|a": [1.0],
        "loss|val|a": [2.0],
    }


def test_names_beyond_the_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(row_table, "MAX_NAMES", 2)

    assert len(table_of([{"step": 1, "a": 1.0, "b": 1.0, "c": 1.0}]).curves()) == 2


def test_an_empty_table():
    assert table_of([]).reading("x").curves == ()
