import json

import pytest
from pydantic import ValidationError

from content.accuracy import FILE, read_accuracy, write_accuracy
from tests.engine.content import FIXTURES, real_content
from tests.small_accuracy import small_accuracy


@pytest.fixture(scope="module")
def measured():
    return read_accuracy(FIXTURES)


def test_what_the_site_shows_is_of_the_edition(measured):
    """Run: python -m benchmarks.page"""
    assert measured.edition == real_content().name


def test_every_figure_belongs_to_a_set_that_is_described(measured):
    names = {each.name for each in measured.sets}

    assert {each.set for each in (*measured.measures, *measured.misses)} <= names
    assert {each.set for each in measured.reliability} <= names
    assert all(each.about for each in measured.sets)
    assert all(each.right <= each.whole for each in measured.measures)


def test_the_engine_stands_beside_nine_other_log_doctors(measured):
    systems = {each.system for each in measured.systems}

    assert "lossary" in systems
    assert len(systems - {"lossary", "bm25"}) == 9


def test_what_is_written_is_read_again(tmp_path):
    write_accuracy(small_accuracy(), tmp_path)

    assert read_accuracy(tmp_path) == small_accuracy()


@pytest.mark.parametrize(
    "change",
    [{"form": 2}, {"edition": None}, {"sets": "none"}, {"more": 1}],
)
def test_another_form_is_refused(tmp_path, change):
    record = json.loads(small_accuracy().model_dump_json())
    (tmp_path / FILE).write_text(json.dumps({**record, **change}))

    with pytest.raises(ValidationError):
        read_accuracy(tmp_path)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_accuracy(tmp_path)
