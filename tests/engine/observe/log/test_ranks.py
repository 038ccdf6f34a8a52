"""Each launcher marks the lines of a rank in its own way."""

import pytest

from engine.observe.log.ranks import RankedLines, are_labeled, moment_of, rank_of
from tests.together import together


@together(
    "line, rank",
    [
        ("[rank3]: RuntimeError: x", "3"),
        ("[rank12]:[E1218 20:27:21.426415540 ProcessGroupNCCL.cpp:629] x", "12"),
        ("[Rank 4] Watchdog caught", "4"),
        ("[E] [PG ID 0 PG GUID 0(default_pg) Rank 7] Timeout", "7"),
        ("[default5]:Traceback", "5"),
        ("[1,2]<stderr>:Traceback", "2"),
        ("(RayTrainWorker pid=4121, ip=10.0.0.4) ValueError: x", "worker pid 4121"),
        ("node-2:5776:5902 [0] NCCL WARN NET/IB : Got", "node-2 GPU 0"),
    ],
)
def test_the_mark_of_each_launcher_is_read(line, rank):
    assert rank_of(line) == rank


@pytest.mark.parametrize(
    "line",
    ["RuntimeError: x", "rank 3 of the list", "[3] a reference", "3: a step", "shape [1,2]", ""],
)
def test_a_number_alone_is_no_rank(line):
    assert rank_of(line) == ""


def test_labels_of_tasks_are_ranks_where_all_lines_have_one():
    labeled = ["0: a", " 1: b", "0: c", "", "10: d", "srun: Terminating StepId=8.0"]

    assert are_labeled(labeled)
    assert [RankedLines(labeled).rank(number) for number in range(5)] == ["0", "1", "0", "", "10"]


@pytest.mark.parametrize("lines", [["0: a", "b"], ["0: a", "0: b"], [], ["", ""]])
def test_a_few_numbers_are_no_labels(lines):
    assert not are_labeled(lines)


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("[rank0]:[E1218 20:27:21.42 a.cpp:1] x", ("brief", "1218", "20:27:21.42")),
        ("[E515 20:27:21 a.cpp:1] x", ("brief", "0515", "20:27:21")),
        ("2024-05-02 11:20:01,114 x", ("full", "2024-05-02", "11:20:01.114")),
        ("2024-05-02T11:20:01Z x", ("full", "2024-05-02", "11:20:01")),
    ],
)
def test_time_stamps_are_read(line, moment):
    assert moment_of(line) == moment


@pytest.mark.parametrize("line", ["epoch 20:27", "2024-05-02", "took 11:20:01"])
def test_other_times_are_none(line):
    assert moment_of(line) is None


def test_brief_and_full_stamps_sort_by_time():
    earlier, later = moment_of("[E515 09:00:00 a:1]"), moment_of("[E1218 08:00:00 a:1]")

    assert earlier is not None
    assert later is not None
    assert earlier < later
