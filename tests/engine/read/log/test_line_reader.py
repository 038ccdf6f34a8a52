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


def test_of_ever_new_shapes_some_get_a_plan():
    reader = LineReader(resolver())
    words = ["".join(letters) for letters in product("bcdfghjk", repeat=4)]
    plans = [reader.plan(split_at_numbers(f"{word} loss: 0.5")) for word in words]

    assert all(plans[:MANY_PLANS])
    later = list(filter(None, plans[MANY_PLANS:]))
    assert 0 < len(later) < len(words[MANY_PLANS:]) / 16


def test_a_shape_that_comes_again_gets_a_plan_after_ever_new_ones():
    reader = LineReader(resolver())
    for letters in product("bcdfghjk", repeat=4):
        word = "".join(letters)
        reader.plan(split_at_numbers(f"{word} loss: 0.5"))
    plans = [reader.plan(split_at_numbers("qq val_loss: 0.5")) for _ in range(100)]

    assert sum(plan is not None for plan in plans) > 50
