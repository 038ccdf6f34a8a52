import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.cells import (
    count_of_cell,
    is_filler,
    number_of_cell,
    numbers_of,
    numbers_of_list,
    with_points,
    with_sums,
)
from engine.read.tables.columns import Cells
from tests.together import together


def column(*texts, **how):
    return numbers_of(Cells(range(len(texts)), texts), **how)


@together(
    "text, number",
    [
        ("1.5", 1.5),
        (" -2e-3 ", -0.002),
        ("74.6%", 74.6),
        ("74.6 %", 74.6),
        ("4.21G", 4.21),
        ("1.2 K", 1.2),
        ("120it/s", 120),
        ("tensor(1.2, device='cuda:0')", 1.2),
        ("np.float32(0.5)", 0.5),
        ("Array(1.5, dtype=float32)", 1.5),
        ("tensor([0.25])", 0.25),
        ("0.93 ± 0.02", 0.93),
        ("0.93 (0.95)", 0.93),
        ("1,024", 1024),
        ("inf", math.inf),
        ("-inf.0", -math.inf),
    ],
)
def test_numbers_with_signs_units_and_wrappers(text, number):
    assert number_of_cell(text) == number


@pytest.mark.parametrize("text", ["nan", "nan.0", "NaN", "tensor(nan)"])
def test_not_a_number_in_every_spelling(text):
    assert math.isnan(number_of_cell(text))


@together("text", ["", "abc", "3/10", "00:12", "3.86s", "v1.2", "1.2.3", "f(x)", "9" * 200])
def test_no_number(text):
    assert number_of_cell(text) is None or len(text) == 200


@pytest.mark.parametrize(("text", "count"), [("3/10", 3), ("[3/10]", 3), ("Epoch 3", 3), ("3:", 3)])
def test_counts_of_an_axis(text, count):
    assert count_of_cell(text) == count


@pytest.mark.parametrize("text", ["3/4 done", "loss", "1.5", "", "a/b"])
def test_no_count(text):
    assert count_of_cell(text) is None


@together("text", ["", "-", "No log", "00:12", "0:00:03", "3.86s", "1h 2m", "True"])
def test_fillers(text):
    assert is_filler(text)


@pytest.mark.parametrize("text", ["abc", "1.5", "3/10"])
def test_no_fillers(text):
    assert not is_filler(text)


def test_percent_is_a_matter_of_the_column():
    numbers = column("63.80%", "100%", "")

    assert numbers.values.tolist() == [0.638, 1.0]
    assert numbers.is_percent


def test_decimal_commas_where_every_cell_fits():
    assert column("0,5", "12", "1,25e-3", has_decimal_commas=True).values.tolist() == [
        0.5,
        12,
        0.00125,
    ]
    assert column("0,5", "x", has_decimal_commas=True).strays == 2


def test_commas_of_a_count_group_its_digits():
    assert with_points(["1,000", "2,000", "500"], is_axis=True) == ["1000", "2000", "500"]
    assert with_points(["1,000", "2,000"]) == ["1.000", "2.000"]


def test_first_stray_cell_is_named():
    numbers = column("1", "oops", "worse", "2")

    assert numbers.stray == (1, "oops")
    assert numbers.strays == 2
    assert numbers.rows.tolist() == [0, 3]


@given(
    st.lists(st.text(max_size=12) | st.floats().map(repr), max_size=8), st.booleans(), st.booleans()
)
def test_any_cells_are_read(texts, has_decimal_commas, is_axis):
    numbers = column(*texts, has_decimal_commas=has_decimal_commas, is_axis=is_axis)

    assert numbers.values.dtype == np.float64
    assert len(numbers.rows) == len(numbers.values) <= len(texts)


@given(st.floats())
def test_a_number_is_read_as_python_prints_it(number):
    assert repr(number_of_cell(repr(number))) == repr(number)


def test_a_list_is_its_numbers_and_their_mean_as_a_cell():
    assert numbers_of_list("[2.0e-01, 1.0]") == [0.2, 1.0]
    assert number_of_cell("[2.0e-01, 1.0]") == 0.6
    assert number_of_cell("[0.5]") == 0.5


@pytest.mark.parametrize("text", ["[]", "[a, 1]", "0.5", "[1, 2", "[" + "1, " * 30 + "1]"])
def test_no_list_of_numbers(text):
    assert numbers_of_list(text) == []


def test_terms_of_a_loss_are_summed():
    cells = Cells(range(3), ["[1.0, 2.5]", "[1.0]", "none"])

    assert list(with_sums(cells).texts) == ["3.5", "1.0", "none"]


def test_a_column_without_lists_stays_as_it_is():
    cells = Cells(range(2), ["1.0", "2.0"])

    assert with_sums(cells) is cells
