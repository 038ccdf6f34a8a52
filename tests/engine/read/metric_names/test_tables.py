import pytest

from engine.read.metric_names.tables import rows_of


def test_rows_have_the_columns_of_the_first_line():
    rows = list(rows_of("splits"))

    assert [row["split"] for row in rows] == ["train", "val", "test"]
    assert all(row["words"] for row in rows)


def test_a_table_that_is_not_there_is_an_error():
    with pytest.raises(FileNotFoundError):
        list(rows_of("nothing"))
