import pprint

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents import printed
from engine.read.documents.printed import printed_documents
from tests.together import together

HISTORY = {"loss": [2.1832, 1.4233, 1.4327] * 9, "val_loss": [1.4516, 1.3875, 1.4555] * 9}


@pytest.mark.parametrize(
    "lines",
    [
        ["Training finished.", f"History: {HISTORY}", "bye"],
        ["start", *pprint.pformat(HISTORY, width=60).splitlines(), "end"],
        ["start", *pprint.pformat(HISTORY, compact=True).splitlines(), "end"],
        ["x", f"defaultdict(<class 'list'>, {HISTORY})"],
        [f"2026-11-28 10:00:00 INFO history = {HISTORY}"],
    ],
)
def test_a_history_over_one_or_many_lines(lines):
    (found,) = printed_documents(lines)

    assert found.value == HISTORY
    assert len(found.lines) == sum(
        ("." in line and "[" in line) or line.strip()[:1].isdigit()
        for line in lines
        if "," in line or "]" in line
    )


def test_a_list_gets_the_name_before_it():
    lines = ["train_losses = [2.0, 1.5, 1.25]", "val_losses: [2.0,", "1.5, 1.75]", "end"]

    found = printed_documents(lines)

    assert [(document.lines, document.value) for document in found] == [
        (range(1), {"train_losses": [2.0, 1.5, 1.25]}),
        (range(1, 3), {"val_losses": [2.0, 1.5, 1.75]}),
    ]
    curves = [(curve.name, list(curve.y)) for each in found for curve in each.findings.curves]
    assert curves == [("train_losses", [2.0, 1.5, 1.25]), ("val_losses", [2.0, 1.5, 1.75])]


def test_arrays_and_tensors():
    lines = ["{'loss': array([2. , 1.5, 1.2]), 'acc': tensor([0.1, 0.2, 0.3], device='cuda:0')}"]

    assert printed_documents(lines)[0].value == {"loss": [2.0, 1.5, 1.2], "acc": [0.1, 0.2, 0.3]}


@together(
    "line",
    [
        "betas=[0.9, 0.98, 0.999]",
        "{'loss': 0.5, 'step': 1}",
        "layer_sizes = [64, 64, 64]",
        "{'epoch': 3, 'loss': [0.5, 0.25, 0.1]}",
        "[12:00:01] loss [1.0 (1.1)]",
        "Namespace(lr=0.1, sizes=[1, 2, 3])",
        "targets: ['q', 'k', 'v']",
        "loss = [1.0, 2.0",
        "x[1] = {a}",
        "",
    ],
)
def test_no_curves(line):
    assert printed_documents([line, "epoch 1"]) == []


def test_values_without_an_end_are_given_up():
    assert printed_documents(["loss = [1.0,"] * 20_000) == []


def test_the_brackets_of_a_line_are_counted_once(monkeypatch):
    counted = []

    def depth_of(text):
        counted.append(text)
        return depth(text)

    depth = printed._depth
    monkeypatch.setattr(printed, "_depth", depth_of)
    lines = [f"[[{number} 2]" for number in range(100)]

    assert printed_documents(lines) == []
    assert len(counted) < 3 * len(lines)  # as the first line of a value, and below others


def test_a_value_is_found_between_others_without_an_end():
    lines = ["[[1, 2]", "losses = [0.5,", "0.4, 0.3]", "[[1, 2]", "losses = [0.4,", "0.3, 0.2]"]

    assert [found.lines for found in printed_documents(lines)] == [range(1, 3), range(4, 6)]


@given(st.lists(st.text(alphabet="[]{}()'\"=:, 1.a\\", max_size=30), max_size=12))
def test_any_lines(lines):
    for found in printed_documents(lines):
        assert 0 <= found.lines.start < found.lines.stop <= len(lines)


def test_after_many_values_no_other_is_looked_for():
    history = "losses = [0.5, 0.4, 0.3]"
    vain = ["x: {a: [1, 2]}"] * 5000

    assert len(printed_documents([history, *vain])) == 1
    assert printed_documents([*vain, history]) == []


def closing_line(lines, place):
    """The line behind a value that opens in a line, None for one that is not closed: by a count of
    all its lines.
    """
    depth = 0
    for number, line in enumerate(lines[place : place + printed._MAX_LINES], place):
        depth += printed._depth(line)
        if depth <= 0:
            return number + 1
    return None


@given(
    st.lists(st.text("[](){}1, ", max_size=4), max_size=80),
    st.lists(st.integers(0, 79), min_size=1, max_size=9),
)
def test_lines_that_values_share_close_each_where_it_ends(lines, places):
    depths = printed._Depths(lines)
    for place in filter(range(len(lines)).__contains__, places):
        text, end = printed._whole_value(lines, place, 0, depths)
        closing = closing_line(lines, place)

        assert end == (closing or len(lines))
        assert (text == "\n".join(lines[place:end])) or closing is None
        assert (not text.strip()) or closing is not None
