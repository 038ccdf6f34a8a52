import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.units import units_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", []),
        ("hello\npython t.py --lr 1\nstep 1", [(1, 2)]),
        ("python t.py \\\n --lr 1 \\\n --bs 2\nstep 1", [(0, 3)]),
        ("import a\nx = 1\ny = 2\n\nNamespace(lr=1)", [(0, 3), (4, 5)]),
        ("lr=1 bs=2\nx", [(0, 1)]),
        ("optim = dict(lr=1)\nmodel = dict(a=2)\nseed = 3", [(0, 3)]),
    ],
)
def test_units(text, places):
    assert [(unit.start, unit.end) for unit in units_of(text.splitlines())] == places


def test_rows_of_one_shape_are_looked_at_twice():
    lines = [f"{{'lr': 0.{number}, 'loss': 1.0}}" for number in range(100)]

    assert next(units_of([*lines, "Namespace(lr=1)"])).start == 100


@given(st.lists(st.text(alphabet="lr=1 (){}'\\:-\n", max_size=20), max_size=10))
def test_units_do_not_overlap(lines):
    end = 0
    for unit in units_of(lines):
        assert end <= unit.start < unit.end <= len(lines)
        end = unit.end
