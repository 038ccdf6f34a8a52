import pytest

from benchmarks.answered import Answered
from benchmarks.items import HEALTHY, Item
from benchmarks.page.misses import given, kind_of, misses_of
from engine.read import Inputs, NamedFile
from tests.together import together

KNOWN = frozenset({"overfitting", "nan-loss"})
RANKED = ("nan-loss", "overfitting")


def answer(label, verdict="undecided", ranked=RANKED, reported=(), kind="reports"):
    inputs = Inputs(description="my  loss\nis nan")
    item = Item("r1", kind, "text", label, frozenset({label}), inputs)
    return Answered(item, verdict, ranked, reported, 0.7, item.accepted)


@together(
    "row, kind",
    [
        (answer("nan-loss"), None),
        (answer("overfitting"), "missed"),
        (answer("overfitting", "failure", RANKED, ("nan-loss",)), "missed"),
        (answer("not-written"), None),
        (answer("not-written", "failure", RANKED, ("nan-loss",)), "wrong-cause"),
        (answer(HEALTHY, "healthy"), None),
        (answer(HEALTHY, "failure", RANKED, ("nan-loss",)), "false-alarm"),
        (answer(HEALTHY, "undecided"), "not-told"),
        (answer(HEALTHY, "undecided", kind="silent"), None),
        (answer(HEALTHY, "failure", RANKED, ("nan-loss",), kind="silent"), "false-alarm"),
    ],
)
def test_an_answer_is_right_or_wrong_in_one_way(row, kind):
    assert kind_of(row, KNOWN) == kind


def test_a_miss_holds_what_was_said_and_what_is_right():
    rows = [answer("nan-loss"), answer("overfitting")]

    (miss,) = misses_of("reports", rows, KNOWN)

    assert (miss.item, miss.label, miss.place) == ("r1", "overfitting", 2)
    assert (miss.verdict, miss.probability, miss.answered) == ("undecided", 0.7, list(RANKED))


def test_what_is_not_ranked_has_no_place():
    (miss,) = misses_of("reports", [answer("overfitting", ranked=("nan-loss",))], KNOWN)

    assert miss.place is None


@pytest.mark.parametrize(
    ("inputs", "shown"),
    [
        (Inputs(description="my  loss\nis nan"), "my loss is nan"),
        (Inputs(log="step 1"), "step 1"),
        (Inputs(files=(NamedFile("run.csv", b""), NamedFile("log", b""))), "run.csv, log"),
        (Inputs(config={"task": "image_task", "model": {"kind": "mlp"}}), "image task, mlp"),
        (Inputs(metrics={"train_loss": [1.0]}), "its losses"),
    ],
)
def test_an_item_is_shown_in_a_few_words(inputs, shown):
    assert given(Item("x", "runs", "full", "a", frozenset(), inputs)) == shown


def test_a_long_text_is_cut():
    text = given(Item("x", "reports", "text", "a", frozenset(), Inputs(description="word " * 99)))

    assert len(text) <= 160
    assert text.endswith("word…")
