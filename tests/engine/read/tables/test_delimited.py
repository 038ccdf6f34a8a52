import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.delimited import layout_of
from tests.together import together


def layout(*lines):
    return layout_of(list(lines))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_header_and_delimiter(delimiter):
    found = layout(delimiter.join(("epoch", "loss")), delimiter.join(("1", "0.5")))

    assert (found.delimiter, found.names, found.first) == (delimiter, ["epoch", "loss"], 1)


def test_decimal_commas_are_no_delimiter():
    assert layout("Epoche;Verlust;Genauigkeit", "1;0,5;0,6").delimiter == ";"


def test_comments_above_the_header():
    found = layout('#{"t_start": 1.5, "env_id": "CartPole"}', "r,l,t", "0.0,15,1.07")

    assert (found.names, found.first) == (["r", "l", "t"], 2)
    assert len(found.comments) == 1


@pytest.mark.parametrize("comment", ["# epoch,loss", "#epoch,loss", "% epoch,loss"])
def test_a_comment_may_be_the_header(comment):
    assert layout("# run 17", comment, "1,0.5", "2,0.4").names == ["epoch", "loss"]


def test_header_of_two_levels():
    found = layout(",train,train,val", "epoch,loss,acc,loss", "1,0.5,0.6,0.7")

    assert found.names == ["epoch", "train/loss", "train/acc", "val/loss"]
    assert found.first == 2


def test_no_line_names_the_columns():
    found = layout("1,0.5,0.6", "2,0.4,0.5", "3,0.3,0.4")

    assert (found.names, found.has_header, found.first) == (["", "column 2", "column 3"], False, 0)


def test_rows_that_begin_with_their_names():
    assert layout("loss,1,2,3", "val_acc,4,5,6").names == ["", "1", "2", "3"]


def test_a_single_column():
    assert layout("loss", "2.5", "2.4").names == ["loss"]


@together(
    "lines",
    [
        (),
        ("",),
        ("one line",),
        ("epoch,loss",),
        ("words", "2.5", "2.4"),
        ("Dear all, it fails,", "please help, thanks"),
        ("| epoch | loss |", "| 1 | 2 |"),
        ("a,a", "1,2"),
        ("{'loss': 1, 'lr': 2}", "1,2"),
        ("Namespace(lr=0.1, epochs=3)", "1,2"),
        ("2024-01-01 10:00:00,123 INFO start", "1,2"),
        ("epoch,loss,acc", "1"),
    ],
)
def test_no_table(lines):
    assert layout(*lines) is None


@given(st.lists(st.text(alphabet="ab1,;\t|# \"'.-=", max_size=15), max_size=8))
def test_any_lines_are_looked_at(lines):
    found = layout_of(lines)

    assert found is None or 0 <= found.first <= len(lines)
