import pytest

from engine.read.log import reader as reader_of_lines
from engine.read.log.bare import bare_lines
from engine.read.log.reader import LogReader
from tests.engine.read.log.names import resolver


def curves_of(text):
    lines, ranks = bare_lines(text.strip("\n").splitlines())
    reader = LogReader(resolver())
    for line, rank in zip(lines, ranks, strict=True):
        frame = reader.frame(line)
        if frame is not None:
            reader.read_frame(frame)
        else:
            reader.read(line, rank)
    return {
        (curve.name.lower(), curve.split, curve.run): curve.y.tolist() for curve in reader.curves()
    }


def test_a_heading_gives_its_split_to_the_lines_below_until_the_next_epoch():
    text = """
Epoch 1
loss 2.0
Test Error:
 Accuracy: 50.0%, Avg loss: 2.1
Epoch 2
loss 1.5
Test Error:
 Accuracy: 60.0%, Avg loss: 1.9
"""
    assert curves_of(text) == {
        ("loss", "", ""): [2.0, 1.5],
        ("accuracy", "test", ""): [0.5, 0.6],
        ("avg loss", "test", ""): [2.1, 1.9],
    }


def test_folds_are_runs():
    text = "Fold 1\nepoch 1 loss 2.0\nepoch 2 loss 1.0\nFold 2\nepoch 1 loss 3.0\nepoch 2 loss 2.5"

    assert curves_of(text) == {
        ("loss", "", "fold 1"): [2.0, 1.0],
        ("loss", "", "fold 2"): [3.0, 2.5],
    }


def test_ranks_are_told_apart():
    text = "\n".join(f"[rank{r}]: epoch {e} loss {r}.{e}" for e in (1, 2) for r in (0, 1))

    assert curves_of(text) == {
        ("loss", "", "rank 0"): [0.1, 0.2],
        ("loss", "", "rank 1"): [1.1, 1.2],
    }


def test_numbers_in_front_are_ranks_where_nearly_all_lines_have_one():
    text = "\n".join(f"{r}: epoch {e} loss {r}.{e}" for e in (1, 2, 3) for r in (0, 1))

    assert set(curves_of(text)) == {("loss", "", "rank 0"), ("loss", "", "rank 1")}


@pytest.mark.parametrize("line", ["", "no numbers", "(1, 2)", "took 3 s", "epoch 4", "1" * 5000])
def test_lines_without_values_add_nothing(line):
    assert curves_of(line) == {}


def test_a_line_that_comes_again_is_asked_for_its_run_once(monkeypatch):
    asked = []
    run_of = reader_of_lines.run_of_heading
    monkeypatch.setattr(
        reader_of_lines, "run_of_heading", lambda line: asked.append(line) or run_of(line)
    )

    assert curves_of("Fold 1\nloss 0.4\nFold 2\nloss 0.4\n") == {
        ("loss", "", "fold 1"): [0.4],
        ("loss", "", "fold 2"): [0.4],
    }
    assert asked == ["Fold 1", "loss 0.4", "Fold 2"]
