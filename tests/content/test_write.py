import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from content.content import content_of_files
from content.tree import parse
from content.write import to_yaml
from tests.small_content import chapter, edited, small_content, small_files

pytestmark = pytest.mark.usefixtures("small_engine")

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n :#-'\"|>%@`&*!{}[],")
)


@given(st.lists(PRINTABLE) | st.dictionaries(st.sampled_from(["a", "b"]), PRINTABLE))
def test_whatever_is_written_is_read_back(data):
    assert yaml.safe_load(to_yaml(data)) == data


@given(st.lists(st.text("ab :#'", min_size=1, max_size=30), min_size=10, max_size=40))
def test_long_lines_are_read_back(words):
    text = " ".join(words).strip()
    assert yaml.safe_load(to_yaml([{"deep": [text]}])) == [{"deep": [text]}]


def test_long_texts_are_folded_and_several_lines_literal():
    written = to_yaml(
        {"long": "word " * 40 + "end", "lines": "one\ntwo", "odd": "yes", "number": "0.5"}
    )
    assert "long: >-\n  word" in written
    assert "lines: |-\n  one\n  two\n" in written
    assert "odd: 'yes'" in written
    assert "number: '0.5'" in written
    assert max(map(len, written.splitlines())) <= 112


def test_writing_is_the_inverse_of_reading():
    files = small_files()
    tree = parse(files)
    assert content_of_files(files) == small_content()
    assert [record.value for record in tree.chapters] == [
        chapter("vision"),
        chapter("optimization"),
    ]
    assert [record.value.slug for record in tree.retired] == ["old-name"]


def test_what_has_its_default_is_not_written():
    text = small_files()["failure_modes/optimization/rate-too-low.md"].decode()
    assert "primary: true" in text
    assert "primary: false" not in text
    assert "curve:" not in text
    assert "status: stable" in text


def test_a_file_in_another_form_says_the_same():
    folded = edited(
        small_files(),
        "checks.yaml",
        "title: Learning rate sweep",
        'title: "Learning\n    rate sweep"',
    )
    assert content_of_files(folded) == small_content()
