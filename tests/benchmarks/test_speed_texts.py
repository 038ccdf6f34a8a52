"""The made-up texts: as long as asked for, the same each time, and read as what they are meant."""

import json

import pytest

from benchmarks.speed import read_as
from benchmarks.speed_texts import LAYOUTS, STEP_LINES, Layout, text_of
from tests.engine.content import real_knowledge

SIZE = 20_000
EXPECTED = {
    "Keras progress": "keras-progress",
    "bars": "progress-bar",
    "CSV": "csv",
    "JSON lines": "json-lines",
    "printed dicts": "printed-dicts",
    "trainer state": "trainer-state",
    "YAML": "config",
}
BY_NAME = {layout.name: layout for layout in LAYOUTS}


@pytest.mark.parametrize("layout", LAYOUTS, ids=BY_NAME)
def test_text_is_as_long_as_asked_for_and_the_same_each_time(layout):
    text = text_of(layout, SIZE)

    assert SIZE <= len(text) < SIZE + 3_000
    assert text == text_of(layout, SIZE)


@pytest.mark.parametrize("name", EXPECTED)
def test_text_is_taken_for_its_format(name):
    text = text_of(BY_NAME[name], SIZE)

    assert read_as(text.encode(), real_knowledge()) == EXPECTED[name]


def test_longest_bounds_a_text():
    layout = Layout("short", "{number:04}", longest=10)

    assert text_of(layout, SIZE) == "0001\n0002\n0003\n"


def test_trainer_state_is_one_document():
    state = json.loads(text_of(BY_NAME["trainer state"], SIZE))

    assert [row["step"] for row in state["log_history"]][:3] == [1, 2, 3]


def test_step_lines_come_first():
    assert STEP_LINES is LAYOUTS[0]
    assert len(BY_NAME) == len(LAYOUTS)
