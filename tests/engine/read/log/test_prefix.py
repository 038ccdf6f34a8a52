import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.log import prefix as prefixes
from engine.read.log.prefix import numbered_rank, split_prefix, split_prefixes
from tests.together import together

REST = "epoch 1 loss 2.0"


@together(
    "prefix",
    [
        "2026-11-28 05:33:27,123 - train - INFO - ",
        "I1128 05:33:27.123456 1234 trainer.py:123] ",
        "[2026-11-28 05:33:27,123][INFO][main.py:12] - ",
        "[2026-11-28 05:33:27,123][__main__][INFO] - ",
        "INFO:root:",
        "INFO: ",
        "12:30:01 | INFO | fairseq.train | ",
        "2026-11-28 05:33:27.123 | INFO     | __main__:<module>:12 - ",
        "[11/28 05:33:27 d2.utils.events]: ",
        "2026-11-28T05:33:27.123456789Z stdout F ",
        "INFO 11-28 05:33:27 ",
        "(main.py 186): INFO ",
        "[I 2026-11-28 05:33:27] ",
        "Nov 28 05:33:27 node3 python[123]: ",
        "(RayTrainWorker pid=1234, ip=10.0.0.1) ",
        "Sat Nov 28 05:33:27 2026 ",
    ],
)
def test_what_loggers_write_in_front_is_taken_off(prefix):
    rest, rank = split_prefix(prefix + REST)

    assert (rest.strip(), rank) == (REST, "")


@pytest.mark.parametrize("prefix", ["[rank1]: ", "[default1]:", "[rank1]:[rank1]: "])
def test_the_rank_is_told(prefix):
    rest, rank = split_prefix(prefix + REST)

    assert (rest.strip(), rank) == (REST, "1")


@together(
    "line",
    [
        "Epoch [1/5] loss 2",
        "train.loss: 0.5 val.loss: 0.4",
        "[12]\ttrain-logloss:0.6",
        "12/24 [====] loss 2",
        "1.23 loss",
        "[valid] loss 2.0",
        "Iteration 12, loss = 0.3",
        "3: loss 0.4",
        "",
    ],
)
def test_lines_without_a_prefix_stay_whole(line):
    assert split_prefix(line) == (line, "")


def test_a_split_in_brackets_is_no_logger():
    rest, _ = split_prefix("[2026-11-28 05:33:27] [valid] Ep. 1 : loss : 2.0")

    assert rest.startswith("[valid]")


def test_a_number_with_a_colon_may_be_a_rank():
    assert numbered_rank("3: epoch 1") == "3"
    assert numbered_rank("3: 0.5") == ""
    assert numbered_rank("epoch 3: loss") == ""


@given(st.text(max_size=400))
def test_any_line_keeps_its_end(line):
    rest, _ = split_prefix(line)

    assert line.endswith(rest)


PARTS = ("[rank1]: ", "[rank12]:", "INFO ", "INFO:root:", "2026-11-28 05:33:27", "[", "] ", "20")
OTHERS = (" ", "(main.py 186): ", "[valid] ", "loss 0.5", "\u0663", "\u00e9", "\n", "x" * 190)


@given(st.lists(st.lists(st.sampled_from(PARTS + OTHERS), max_size=6).map("".join), max_size=12))
def test_many_lines_are_split_like_each(lines):
    assert list(split_prefixes(lines)) == list(map(split_prefix, lines))


def test_of_lines_that_differ_in_digits_one_is_searched(monkeypatch):
    searched = []
    search = prefixes._prefix_of
    monkeypatch.setattr(prefixes, "_prefix_of", lambda line: searched.append(line) or search(line))
    lines = [f"[rank{rank}]: epoch {rank}" for rank in range(10)]

    assert [rank for _, rank in split_prefixes(lines)] == list("0123456789")
    assert searched == lines[:1]
