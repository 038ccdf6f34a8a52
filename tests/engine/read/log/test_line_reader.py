from itertools import product

from engine.read.log.line_reader import MANY_PLANS, MAX_PLANS, LineReader, plan_of
from engine.read.log.tokens import split_at_numbers
from tests.engine.read.log.names import resolver


def test_shapes_without_any_meaning_have_no_plan():
    assert plan_of(split_at_numbers("at (3, 4)"), resolver()) is None


def test_plans_are_remembered_up_to_a_bound():
    reader = LineReader(resolver())
    for number in range(200):
        reader.plan(split_at_numbers("x" * number + " 1"))

    assert 0 < len(reader._plans) <= min(200, MAX_PLANS)


def test_a_text_is_read_by_the_plan_of_its_shape():
    reader = LineReader(resolver())
    row = reader.row("epoch 3 loss 0.5")

    assert row.counts == {"epoch": 3.0}
    assert [(slot.name, value) for slot, value in row.values] == [("loss", 0.5)]


def test_texts_without_numbers_or_known_words_have_no_row():
    reader = LineReader(resolver())

    assert reader.row("loss") is None
    assert reader.row("at (3, 4)") is None


def test_names_that_stand_behind_their_numbers_are_read():
    plan = plan_of(split_at_numbers("7: 620.0 loss, 0.001 learning_rate"), resolver())

    assert [slot.name for slot in plan.metrics] == ["loss", "learning_rate"]
    assert [slot.kind for slot in plan.counts] == ["index"]


def ever_new_words():
    return ["".join(letters) for letters in product("bcdfghjk", repeat=4)]


def test_ever_new_shapes_that_differ_in_unknown_words_are_read_by_one_plan():
    reader = LineReader(resolver())
    plans = [reader.plan(split_at_numbers(f"{word} loss: 0.5")) for word in ever_new_words()]

    assert all(plans)
    assert {slot.name for plan in plans for slot in plan.metrics} == {"loss"}
    assert len(set(map(id, plans[MANY_PLANS + 100 :]))) == 1
    assert reader.left_out == 0


def test_of_ever_new_names_those_that_are_the_same_in_all_are_read():
    reader = LineReader(resolver())
    lines = [f"step 7 {word}: 0.5 loss: 0.25" for word in ever_new_words()]
    rows = [reader.row(line) for line in lines]

    assert len(rows[0].values) == 2
    assert [(slot.name, value) for slot, value in rows[-1].values] == [("loss", 0.25)]
    assert rows[-1].counts == {"step": 7.0}
    assert 0 < reader.left_out <= len(lines) - MANY_PLANS


def test_lines_of_ever_new_names_alone_are_left_out_and_counted():
    reader = LineReader(resolver())
    rows = [reader.row(f"loss_{word}: 0.5") for word in ever_new_words()]

    assert all(rows[:MANY_PLANS])
    assert rows[-1] is None
    assert reader.left_out == rows.count(None)


def test_a_shape_of_other_words_gets_its_plan_after_ever_new_ones():
    reader = LineReader(resolver())
    for word in ever_new_words():
        reader.plan(split_at_numbers(f"loss_{word}: 0.5"))
    row = reader.row("qq val_loss: 0.5")

    assert [slot.name for slot, _ in row.values] == ["val_loss"]
