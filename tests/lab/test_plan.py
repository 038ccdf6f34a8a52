import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab import plan as planning
from lab.plan import PlanError, Run, from_lines, joined, make_plan, part_of, to_lines, without

SETUPS = {"overfitting": ["few-rows", "many-epochs"], "nan-loss": ["bad-batch"]}
PLAN = make_plan(SETUPS, range(3))


def test_a_plan_has_every_setup_with_every_seed():
    assert len(PLAN) == 9
    assert Run("overfitting", "many-epochs", 2) in PLAN


def test_seeds_change_slowest():
    assert [run.seed for run in PLAN] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_a_plan_can_be_limited_to_some_faults():
    assert {run.fault for run in make_plan(SETUPS, range(2), ["nan-loss"])} == {"nan-loss"}


def test_an_unknown_fault_is_refused_with_the_list():
    with pytest.raises(PlanError, match="bad-luck; there are overfitting, nan-loss"):
        make_plan(SETUPS, range(2), ["bad-luck"])


def test_ids_are_stable_from_one_version_to_the_same():
    assert Run("overfitting", "few-rows", 0).id == "cfba974096c8d732"
    assert len({run.id for run in PLAN}) == len(PLAN)


def test_another_version_of_the_lab_gives_other_ids(monkeypatch):
    before = Run("overfitting", "few-rows", 0).id
    monkeypatch.setattr(planning, "VERSION", "next")

    assert Run("overfitting", "few-rows", 0).id != before


@given(st.integers(1, 12))
def test_the_parts_of_a_plan_make_the_whole(parts):
    runs = [run for number in range(parts) for run in part_of(PLAN, number + 1, parts)]

    assert sorted(run.id for run in runs) == sorted(run.id for run in PLAN)


@pytest.mark.parametrize(("number", "parts"), [(0, 2), (3, 2), (1, 0)])
def test_a_part_outside_the_plan_is_refused(number, parts):
    with pytest.raises(PlanError, match=f"part {number}/{parts}"):
        part_of(PLAN, number, parts)


def test_an_extended_plan_leaves_what_is_done_alone():
    done = {run.id for run in PLAN}
    extended = make_plan(SETUPS, range(4))

    assert [run.seed for run in without(extended, done)] == [3, 3, 3]


def test_plans_are_joined_without_repeating_a_run():
    assert joined(PLAN, make_plan(SETUPS, range(2))) == PLAN


def test_a_plan_is_read_as_it_was_written():
    assert from_lines(to_lines(PLAN)) == PLAN


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no planned run"),
        ('{"fault": "a", "setup": "b"}', "no planned run"),
        ("[]", "no planned run"),
        ('{"id": "0", "fault": "a", "setup": "b", "seed": 1}', "made by another version"),
    ],
)
def test_a_damaged_plan_names_file_and_line(line, reason):
    text = to_lines(PLAN[:1]) + line

    with pytest.raises(PlanError, match=f"mine, line 2: {reason}"):
        from_lines(text, "mine")
