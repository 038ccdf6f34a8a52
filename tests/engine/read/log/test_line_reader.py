from engine.read.log.line_reader import MAX_PLANS, LineReader, plan_of
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
