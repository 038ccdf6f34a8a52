"""Frames of two tools, and which of them wait for other ranks."""

import pytest

from engine.observe.log.waiting.frames import Frame, frame_of


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        (
            "    all_reduce (torch/distributed/distributed_c10d.py:2800)",
            Frame("all_reduce", "torch/distributed/distributed_c10d.py", "2800"),
        ),
        ("    <module> (train.py:90)", Frame("<module>", "train.py", "90")),
        ('  File "train.py", line 10 in forward', Frame("forward", "train.py", "10")),
    ],
)
def test_frames_of_both_tools_are_read(line, frame):
    assert frame_of(line) == frame


@pytest.mark.parametrize(
    "line",
    ['  File "train.py", line 10, in forward', "all_reduce (a.py:1)", "    see (the manual)", ""],
)
def test_other_lines_are_no_frames(line):
    assert frame_of(line) is None


@pytest.mark.parametrize(
    ("function", "file", "waits"),
    [
        ("all_reduce", "torch/distributed/distributed_c10d.py", True),
        ("_all_gather_base", "torch/distributed/distributed_c10d.py", True),
        ("barrier", "deepspeed/comm/comm.py", True),
        ("wait", "threading.py", False),
        ("forward", "torch/nn/parallel/distributed.py", False),
        ("read", "dataset.py", False),
    ],
)
def test_collective_calls_are_told_from_others(function, file, waits):
    assert Frame(function, file, "1").is_collective is waits


def test_files_of_libraries_are_not_the_program():
    assert Frame("step", "src/train.py", "3").is_own
    assert not Frame("step", "/env/site-packages/torch/optim/adam.py", "3").is_own


def test_the_place_names_function_file_and_line():
    assert Frame("read", "src/data/dataset.py", "31").place == "read (dataset.py:31)"
