import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats.database import read, sniff
from tests.engine.read.short import source_of
from tests.engine.read.stores.test_database import made

METRICS = "CREATE TABLE metrics (key, value, timestamp, run_uuid, step, is_nan)"
PARAMS = "CREATE TABLE params (key, value, run_uuid)"


def metric(*cells):
    values = ", ".join(map(repr, cells))
    return f"INSERT INTO metrics VALUES ({values})"  # noqa: S608


def reading_of(*statements):
    source = source_of(made(*statements), "mlflow.db")
    assert sniff(source)
    return read(source)


def test_metrics_in_the_order_of_their_time():
    reading = reading_of(
        METRICS,
        metric("loss", 2.0, 20, "a", 2, 0),
        metric("loss", 3.0, 10, "a", 1, 0),
        metric("loss", 0.0, 30, "a", 3, 1),
        metric("loss", 1.7976931348623157e308, 40, "a", 4, 0),
    )
    (loss,) = reading.curves

    assert (loss.name, loss.x.tolist(), loss.run) == ("loss", [1, 2, 3, 4], "")
    assert loss.y[:2].tolist() == [3.0, 2.0]
    assert math.isnan(loss.y[2])
    assert loss.y[3] == math.inf


def test_last_values_are_no_second_curve():
    latest = METRICS.replace("metrics", "latest_metrics")
    reading = reading_of(METRICS, latest, metric("loss", 2.0, 1, "a", 1, 0))

    assert len(reading.curves) == 1


def test_runs_are_kept_apart_and_the_last_gives_the_settings():
    reading = reading_of(
        METRICS,
        PARAMS,
        metric("loss", 2.0, 9, "b", 1, 0),
        metric("loss", 3.0, 1, "a", 1, 0),
        "INSERT INTO params VALUES ('lr', '0.1', 'a'), ('lr', '0.5', 'b'), ('opt', 'sgd', 'b')",
    )

    assert [(curve.run, curve.y.tolist()) for curve in reading.curves] == [
        ("a", [3.0]),
        ("b", [2.0]),
    ]
    assert reading.config == {"lr": 0.5, "opt": "sgd"}


def test_settings_of_an_only_run_without_metrics():
    reading = reading_of(PARAMS, "INSERT INTO params VALUES ('lr', '0.1', 'a')")

    assert reading.config == {"lr": 0.1}


def test_metrics_as_json_objects():
    reading = reading_of(
        "CREATE TABLE metrics (id, timestamp, run_name, step, metrics)",
        "INSERT INTO metrics VALUES "
        """(1, '2026-01-01', 'a', 0, '{"loss": 2, "val": {"acc": 1}}')""",
        "INSERT INTO metrics VALUES (2, '2026-01-02', 'a', 1, 'not json'), (3, '', 'a', 2, NULL)",
    )

    assert [(curve.name, curve.y.tolist()) for curve in reading.curves] == [
        ("loss", [2.0]),
        ("val/acc", [1.0]),
    ]


def test_table_with_a_column_a_curve_is_read_as_csv():
    reading = reading_of("CREATE TABLE h (epoch, loss)", "INSERT INTO h VALUES (1, 2.5)")

    assert [(file.name, file.content) for file in reading.inner] == [
        ("h.csv", b"epoch,loss\r\n1,2.5\r\n")
    ]


def test_values_that_are_no_numbers_are_left_out():
    reading = reading_of(
        METRICS, metric("loss", "x", 1, "a", 1, 0), metric("loss", "1.5", 1, "a", 2, 0)
    )

    assert reading.curves[0].y.tolist() == [1.5]


@pytest.mark.parametrize(
    "statements",
    [["CREATE TABLE users (name, age)"], [METRICS], ["CREATE VIEW metrics AS SELECT 1"]],
)
def test_database_without_metrics_is_refused(statements):
    with pytest.raises(ReadError, match="without a table of metrics"):
        reading_of(*statements)


@pytest.mark.parametrize("content", [b"", b"SQLite is a library", b"SQLite format 3"])
def test_other_content_is_no_database(content):
    assert not sniff(source_of(content))


WHOLE = made(METRICS, PARAMS, metric("loss", 2.0, 1, "a", 1, 0))


@given(st.binary(min_size=1, max_size=60), st.integers(16, len(WHOLE)))
def test_any_damage_is_read_or_refused(damage, place):
    content = WHOLE[:place] + damage + WHOLE[place + len(damage) :]
    with suppress(ReadError):
        read(source_of(content))
