"""The parts of the measurement; nothing here asserts a time."""

from benchmarks import answer_speed
from benchmarks.answer_speed import (
    LENGTHS,
    full_text_search,
    line,
    rows,
)
from tests.engine.content import real_knowledge


def test_the_search_finds_entries_by_any_word():
    found = full_text_search()("zzz overfitting: qqq")
    assert "overfitting" in [slug for (slug,) in found]
    assert full_text_search()("zzzqqq") == []


def test_each_row_works_on_its_input(monkeypatch):
    monkeypatch.setattr(answer_speed, "LENGTHS", LENGTHS[:1])
    monkeypatch.setattr(answer_speed, "TIMES_LARGER", 2)
    found = list(rows(real_knowledge()))
    assert len({row.name for row in found}) == len(found) == 5
    for row in found:
        assert row.work() is not None
        assert row.plain() is not None


def test_a_line_says_both_times_and_the_bound():
    row = next(rows(real_knowledge()))
    assert "2.00 x" in line(row, 0.02, 0.01)
    assert f"at most {row.most:g} x" in line(row, 0.02, 0.01)
