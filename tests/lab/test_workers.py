from multiprocessing import get_context

import pytest

from lab.plan import make_plan
from lab.store import create_store, stored
from lab.workers import Job, make_runs, work

PLAN = make_plan({"overfitting": ["few-rows"], "nan-loss": ["bad-batch"]}, range(2))


def make(run):
    return stored(run, ("shows",), {"seed": run.seed})


def fail_on_nan(run):
    if run.fault == "nan-loss":
        raise ValueError("no such batch")
    return make(run)


def interrupt(run):
    raise KeyboardInterrupt


def done(folder):
    return create_store(folder, print).done()


def test_one_worker_makes_all_runs_in_order(tmp_path, capsys):
    assert make_runs(Job(PLAN, tmp_path, make), workers=1) == 0

    assert done(tmp_path) == {run.id for run in PLAN}
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("[1/4] overfitting/few-rows/0: shows (")


def test_several_workers_share_the_plan(tmp_path):
    assert make_runs(Job(PLAN, tmp_path, make), workers=2) == 0

    assert done(tmp_path) == {run.id for run in PLAN}


def test_a_run_that_fails_is_said_counted_and_left_for_later(tmp_path, capsys):
    assert make_runs(Job(PLAN, tmp_path, fail_on_nan), workers=1) == 2

    assert done(tmp_path) == {run.id for run in PLAN if run.fault == "overfitting"}
    assert "nan-loss/bad-batch/0: failed: ValueError: no such batch" in capsys.readouterr().out


def test_a_worker_takes_only_what_nobody_claimed(tmp_path):
    context = get_context("spawn")
    claimed, failed = context.Value("i", 3), context.Value("i", 0)
    work(Job(PLAN, tmp_path, make), claimed, failed)

    assert done(tmp_path) == {PLAN[3].id}


def test_an_interruption_reaches_the_caller(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        make_runs(Job(PLAN, tmp_path, interrupt), workers=1)
