import shutil

import pytest

from engine.read.formats import FORMATS
from tests.engine.read.formats.golden import (
    GOLDEN,
    READING,
    examples,
    expected,
    faults,
    read_example,
)


@pytest.fixture
def copy(tmp_path):
    """A copy of the golden files that a test may break."""
    return shutil.copytree(GOLDEN, tmp_path / "golden")


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_example_is_read_as_expected(name):
    if name == "parquet":
        pytest.importorskip("pyarrow")
    reading = expected(name)
    (example,) = examples()[name]

    assert read_example(example, reading["file"]) == reading
    assert reading["format"] == name


def test_formats_and_golden_files_match_one_to_one():
    assert list(faults(FORMATS)) == []


def test_format_without_example_is_a_fault(copy):
    (copy / "csv.csv").unlink()

    assert list(faults(FORMATS, copy)) == ["csv: needs one example golden/csv.<extension>"]


def test_format_without_expected_reading_is_a_fault(copy):
    (copy / f"csv{READING}").unlink()

    assert list(faults(FORMATS, copy)) == [f"csv: needs golden/csv{READING}"]


def test_format_with_two_examples_is_a_fault(copy):
    (copy / "csv.tsv").write_text("step\tloss\n1\t2\n")

    assert list(faults(FORMATS, copy)) == ["csv: needs one example golden/csv.<extension>"]


@pytest.mark.parametrize("file", ["feather.bin", f"feather{READING}"])
def test_golden_file_without_format_is_a_fault(copy, file):
    (copy / file).write_text("{}")

    assert list(faults(FORMATS, copy)) == ["feather: has a golden file and is no format"]


def test_format_added_to_the_tuple_needs_golden_files():
    added = FORMATS[0]._replace(name="feather")

    assert len(list(faults([*FORMATS, added]))) == 2


def test_another_value_in_an_example_is_seen(copy):
    example = copy / "csv.csv"
    example.write_text(example.read_text().replace("1.0932", "1.0933"))
    reading = expected("csv")

    assert read_example(example, reading["file"]) != reading
