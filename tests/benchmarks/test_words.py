import json
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.words import (
    Judged,
    calibration_table,
    group_of,
    judged_by_hands,
    judged_reports,
    table,
)
from engine.words_model.scores import CHATTER
from engine.words_model.train import Example, fit
from tests.engine.knowledge import knowledge, with_edition

EXAMPLES = [Example("nan-loss", f"the loss is nan {n}", hand=n) for n in "abc"]
EXAMPLES += [Example("clock-skew", f"clocks differ {n}", hand=n) for n in "abc"]
KNOWLEDGE = with_edition(
    replace(knowledge(), planned={"clock-skew": "Clock skew"}),
    "words",
    text_model=fit(EXAMPLES).model,
)


def judged(label, *first, said=0.5, acceptable=()):
    return Judged(label, frozenset(acceptable), first, said)


@pytest.mark.parametrize(
    ("label", "group"),
    [
        ("nan-loss", "covered"),
        ("clock-skew", "planned"),
        (CHATTER, "chatter"),
        ("no-such-entry", "other"),
    ],
)
def test_labels_are_grouped(label, group):
    assert group_of(label, KNOWLEDGE) == group


def test_normal_entries_are_a_group():
    normal = replace(KNOWLEDGE.failure_modes["nan-loss"], entry_class="normal")
    modes = {**KNOWLEDGE.failure_modes, "nan-loss": normal}

    assert group_of("nan-loss", replace(KNOWLEDGE, failure_modes=modes)) == "normal"


def test_shares_are_strict_and_acceptable():
    rows = [
        judged("nan-loss", "nan-loss", "b"),
        judged("nan-loss", "b", "nan-loss"),
        judged("nan-loss", "b", "c", acceptable=("b",)),
        judged("nan-loss"),
    ]

    covered = table(rows, KNOWLEDGE).splitlines()[-1].split()

    assert covered == ["covered", "4", "25.0%", "50.0%", "50.0%", "75.0%"]


def test_empty_table_has_zeros():
    assert table([], KNOWLEDGE).splitlines()[-1].split()[:3] == ["all", "0", "0.0%"]


def test_calibration_is_printed_by_bins():
    rows = [judged("a", "a", said=0.85), judged("a", "b", said=0.85), judged("a", "b", said=0.05)]

    lines = calibration_table(rows).splitlines()

    expected = np.mean([0.15**2, 0.85**2, 0.05**2])
    assert lines[0].endswith(f"{expected:.3f}")
    assert [line.split() for line in lines[2:]] == [
        ["0.0", "to", "0.1", "1", "0.05", "0.00"],
        ["0.8", "to", "0.9", "2", "0.85", "0.50"],
    ]


def test_cases_are_judged_without_their_hand():
    names = Example("nan-loss", "nan", is_case=False)

    rows = judged_by_hands([*EXAMPLES, names])

    assert [row.label for row in rows] == [example.label for example in EXAMPLES]
    assert all(row.is_right for row in rows)


def test_reports_of_a_file_are_judged_by_the_model_in_force(tmp_path):
    path = tmp_path / "reports.jsonl"
    row = {"text": "my loss is nan", "primary": "nan-loss", "acceptable": ["clock-skew"]}
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "text": "hm"}))

    first, silent = judged_reports(path, KNOWLEDGE)

    assert first.is_right
    assert first.acceptable == {"clock-skew"}
    assert 0.5 < first.said <= 1
    assert (silent.first, silent.said) == ((), 0.0)
