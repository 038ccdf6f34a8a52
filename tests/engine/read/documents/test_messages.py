import pytest

from engine.read.documents.messages import joined, message_of, messages_in


@pytest.mark.parametrize(
    "row",
    [
        {"log": "loss 0.5", "stream": "stdout"},
        {"severity": "INFO", "textPayload": "loss 0.5"},
        {"jsonPayload": {"message": "loss 0.5"}},
        {"record": {"message": "loss 0.5", "line": 3}, "text": "loss"},
        {"event": "loss 0.5", "level": "info"},
        {"data": {"fields": {"msg": "loss 0.5"}}},
    ],
)
def test_the_message_of_a_row(row):
    assert message_of(row) == "loss 0.5"


@pytest.mark.parametrize("row", [{}, {"log": 3}, {"event": "epoch_end"}, {"note": "loss 0.5"}])
def test_a_row_without_a_message(row):
    assert message_of(row) == ""


def test_messages_of_a_list():
    assert messages_in([{"message": f"step {n}"} for n in range(3)]) == "step 0\nstep 1\nstep 2"
    assert messages_in(["a b", "c d", "e f"]) == "a b\nc d\ne f"


@pytest.mark.parametrize(
    "values",
    [[], [{"message": "a b"}] * 2, ["q", "k", "v"], [1, 2, 3], [{"message": "a b"}, {}, {}]],
)
def test_no_messages(values):
    assert messages_in(values) is None


def test_pieces_of_a_long_line_are_put_together():
    assert joined(["a ", "b\n", "c\n"]) == "a b\nc\n"
    assert joined(["a", "b"]) == "a\nb"
