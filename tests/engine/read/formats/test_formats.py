import importlib.util
import shutil

import pytest

from engine.read import body, formats
from engine.read.formats import FORMATS, LABELS, configuration, csv_table, labels_of, read_source
from tests.engine.read.formats.golden import examples, expected, named_example, taken_by
from tests.engine.read.formats.guard import MODULES, faults, unlabeled
from tests.engine.read.short import read, source_of

needs_pyarrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed"
)
READABLE = [
    pytest.param(form, id=form.name, marks=[needs_pyarrow] if form.name == "parquet" else [])
    for form in FORMATS
]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_format_has_a_label_and_is_the_first_to_take_its_example(form):
    assert LABELS[form.name] == form.label
    assert form.label.strip()
    assert taken_by(FORMATS, named_example(form.name)) == form.name


@pytest.mark.parametrize("form", READABLE)
def test_each_reader_finds_curves_or_settings_in_its_example(form):
    case = read(files=(named_example(form.name),))

    if form.name == "plain-log":
        assert case.log
    elif form.name == "words":
        assert case.description
    elif form.name == "document":
        assert case.warnings
    else:
        assert case.series or case.config
    assert all(part.format in LABELS for part in case.read_as)


@pytest.mark.parametrize("name", ["json-rows", "csv", "console"])
def test_format_that_is_tried_too_early_is_seen(name):
    greedy = next(form for form in FORMATS if form.name == "plain-log")

    assert taken_by((greedy, *FORMATS), named_example(name)) == "plain-log"


def test_example_that_no_format_takes_is_seen():
    without = [form for form in FORMATS if form.name not in {"csv", "plain-log", "text-table"}]

    assert taken_by(without, named_example("csv")) != "csv"


def test_every_module_is_a_complete_format():
    assert list(faults(FORMATS, LABELS)) == []


def test_labels_are_those_of_the_formats_and_of_a_body():
    assert set(LABELS) == {form.name for form in FORMATS} | {body.NAME}
    assert all(LABELS.values())


def test_text_tables_have_a_label():
    assert LABELS["text-table"] == "a table of columns"


def test_every_name_that_is_given_has_a_label():
    files = [taken_by(FORMATS, named_example(name)) for name in examples()]
    fields = read(metrics={"loss": [1.0]}, config={"lr": 0.1}).read_as
    text = read(config="lr: 0.1\nepochs: 3\n").read_as
    names = [*files, *(part.format for part in [*fields, *text])]

    assert unlabeled(names, LABELS) == []


def test_name_without_label_is_seen():
    assert unlabeled(["csv", "feather"], LABELS) == ["feather"]


def test_module_in_no_tuple_is_a_fault(tmp_path):
    copy = shutil.copytree(MODULES, tmp_path / "formats")
    (copy / "feather.py").write_text('"""Feather files."""\n')

    assert list(faults(FORMATS, LABELS, modules=copy)) == [
        "feather.py: is in no tuple: add it to FORMATS"
    ]


def test_format_taken_out_of_the_tuple_is_a_fault():
    without = [form for form in FORMATS if form.name != "csv"]

    assert list(faults(without, LABELS)) == ["csv_table.py: is in no tuple: add it to FORMATS"]


def injected(**changes):
    """Return the formats with some fields of csv changed."""
    return [form._replace(**changes) if form.name == "csv" else form for form in FORMATS]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"label": " "}, "csv: needs a label"),
        ({"label": "a table"}, "csv: is not the FORMAT of its module"),
        ({"label": "a table"}, "csv: has another label in LABELS, or none"),
        ({"sniff": configuration.sniff}, "csv: sniff and read are of two modules"),
        ({"name": "tsv"}, "tsv: has another label in LABELS, or none"),
    ],
)
def test_incomplete_format_is_a_fault(changes, fault):
    assert fault in list(faults(injected(**changes), LABELS))


def test_format_without_test_is_a_fault(tmp_path):
    found = list(faults(FORMATS, LABELS, tests=tmp_path))

    assert "csv: needs a test test_csv_table.py" in found
    assert len(found) == len(FORMATS)


def test_two_formats_of_one_name_are_refused():
    with pytest.raises(ValueError, match="two formats have the name 'csv'"):
        labels_of([("csv", "a CSV table"), ("console", "prints"), ("csv", "another")])


def test_plain_text_is_the_last_format():
    assert FORMATS[-1].name == "plain-log"
    assert FORMATS[-1].sniff(source_of(""))


def test_text_that_no_format_recognizes_is_a_plain_log(monkeypatch):
    only_csv = tuple(form for form in FORMATS if form.read is csv_table.read)
    monkeypatch.setattr(formats, "FORMATS", only_csv)

    assert read_source(source_of("hello\n")).format == "plain-log"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_empty_text_is_read_without_curves(form):
    source = source_of("")

    assert form.sniff(source) == (form.name == "plain-log")


def test_examples_are_named_by_their_format():
    assert all(expected(name)["format"] == name for name in examples())
