"""Whole answers to the kinds of input that were once answered wrongly."""

from __future__ import annotations

from functools import cache

import pytest

from diagnostics_api.service.fields import read_fields
from engine.diagnose import diagnose
from engine.report import Report
from tests.diagnostics_api.service.answer_cases import EVERY, Right
from tests.engine.content import real_knowledge
from tests.together import together


@cache
def reports() -> dict[str, Report]:
    known = real_knowledge()
    return {case.name: diagnose(read_fields(case.fields, known).case, known) for case in EVERY}


def assert_right(report: Report, case: Right) -> None:
    leading = report.reported[:1] or tuple(each.failure_mode for each in report.diagnoses[:1])
    assert report.verdict in case.verdicts
    assert not case.first or set(leading) <= set(case.first), leading
    assert set(report.reported).isdisjoint(case.never), report.reported
    assert "failure" in case.verdicts or not report.reported


@together("case", EVERY, ids=lambda case: case.name)
def test_the_answer_is_right(case):
    assert_right(reports()[case.name], case)


def test_each_case_has_a_name_of_its_own():
    assert len({case.name for case in EVERY}) == len(EVERY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdicts": frozenset({"healthy"})},
        {"first": ("overfitting",)},
        {"never": ("missing-zero-grad",)},
    ],
    ids=["verdict", "first", "never"],
)
def test_a_wrong_answer_is_noticed(wrong):
    report = reports()["a forgotten call"]
    right = {"verdicts": frozenset({"failure"}), "first": ("missing-zero-grad",), "never": ()}

    assert_right(report, Right("a", {}, **right))
    with pytest.raises(AssertionError):
        assert_right(report, Right("a", {}, **{**right, **wrong}))
