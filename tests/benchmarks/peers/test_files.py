import csv
import json
import math

from benchmarks.peers.files import write_csv, write_json_lines

ROWS = [
    {"step": 0, "train_loss": 2.0},
    {"step": 1},
    {"step": 2, "train_loss": math.inf, "val_loss": 1.25},
]


def test_a_table_leaves_blanks(tmp_path):
    write_csv(ROWS, tmp_path / "run.csv")

    with (tmp_path / "run.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [
        ["step", "train_loss", "val_loss"],
        ["0", "2.0", ""],
        ["1", "", ""],
        ["2", "inf", "1.25"],
    ]


def test_lines_leave_keys_out(tmp_path):
    write_json_lines(ROWS, tmp_path / "run.jsonl")

    lines = (tmp_path / "run.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == ROWS


def test_no_rows_are_a_file_without_a_column(tmp_path):
    write_csv([], tmp_path / "run.csv")
    write_json_lines([], tmp_path / "run.jsonl")

    assert (tmp_path / "run.csv").read_text().strip() == ""
    assert (tmp_path / "run.jsonl").read_text() == ""
