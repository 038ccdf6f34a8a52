from engine.read import lines
from engine.read.lines import LineReader
from tests.engine.read.tables import metric_names


def test_values_and_position_of_a_line():
    row = LineReader(metric_names()).read("epoch 3 | train loss 1.5 | val 0.9")

    assert row.values == {"train_loss": 1.5, "val_loss": 0.9}
    assert row.epoch == 3
    assert row.is_known


def test_line_without_named_numbers_is_nothing():
    reader = LineReader(metric_names())

    assert reader.read("") is None
    assert reader.read("10:03:04 starting") is None
    assert reader.read("10:05:09 starting") is None


def test_one_plan_for_all_lines_of_a_shape(monkeypatch):
    made = []
    plan_of = lines.plan_of
    monkeypatch.setattr(lines, "plan_of", lambda *key: made.append(key) or plan_of(*key))
    reader = LineReader(metric_names())

    values = [reader.read(f"loss {number}").values["train_loss"] for number in range(3)]

    assert values == [0, 1, 2]
    assert len(made) == 1


def test_plans_beyond_the_limit_are_not_remembered(monkeypatch):
    monkeypatch.setattr(lines, "MAX_REMEMBERED", 1)
    reader = LineReader(metric_names())

    for word in ("a", "b", "c"):
        assert reader.read(f"{word} loss 1").values == {"train_loss": 1}

    assert len(reader._plans) == 1
