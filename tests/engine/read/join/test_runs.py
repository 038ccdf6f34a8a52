import numpy as np

from engine.read.inputs import Curve
from engine.read.join.runs import choose_run


def curve(run, points, name="loss"):
    x = np.arange(points, dtype=float)
    return Curve(name, x, x, run=run)


def test_one_run_or_none_is_taken_as_it_is():
    chosen = choose_run([curve("", 5), curve("", 3)], "a.log")

    assert (len(chosen.curves), chosen.run, chosen.others, chosen.warning) == (2, "", (), "")


def test_the_last_complete_run_is_diagnosed_and_the_others_are_named():
    chosen = choose_run([curve("run 1", 10), curve("run 2", 10), curve("run 3", 4)], "a.log")

    assert chosen.run == "run 2"
    assert chosen.others == ("run 1", "run 3")
    assert "a.log holds 3 runs: run 2 is diagnosed" in chosen.warning


def test_of_ranks_the_first_is_diagnosed():
    assert choose_run([curve("rank 0", 9), curve("rank 1", 9)], "a").run == "rank 0"


def test_curves_without_a_run_belong_to_each():
    chosen = choose_run([curve("", 3, "lr"), curve("fold 1", 9), curve("fold 2", 9)], "a")

    assert [each.name for each in chosen.curves] == ["lr", "loss"]


def test_a_person_chooses_the_run():
    runs = [curve("run 1", 10), curve("run 2", 10)]

    assert choose_run(runs, "a", wanted="run 1").run == "run 1"
    assert choose_run(runs, "a", wanted="run 9").run == "run 2"


def test_many_runs_are_listed_in_part():
    chosen = choose_run([curve(f"run {n}", 5) for n in range(1, 31)], "a")

    assert "and 21 more" in chosen.warning
