import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.tables.find import find_tables
from tests.together import together


def found(text):
    """Return the tables in the lines of a text that are not blank, as a console's reader does."""
    return find_tables([line for line in text.split("\n") if line])


def values(text):
    """Return split, name and values of each curve of all tables."""
    return {
        f"{curve.split} {curve.name}".strip(): curve.y.tolist()
        for table in found(text)
        for curve in table.curves()
    }


def x_of(text):
    return {
        curve.name: (curve.x_name, curve.x.tolist())
        for table in found(text)
        for curve in table.curves()
    }


SAME_ROWS = {"train_loss": [0.9, 0.8], "val_loss": [1.1, 1.0], "val_acc": [0.5, 0.6]}
DRAWINGS = {
    "psql": """
+---------+--------------+------------+-----------+
|   epoch |   train_loss |   val_loss |   val_acc |
|---------+--------------+------------+-----------|
|       1 |          0.9 |        1.1 |       0.5 |
|       2 |          0.8 |        1.0 |       0.6 |
+---------+--------------+------------+-----------+""",
    "grid": """
+---------+--------------+------------+-----------+
|   epoch |   train_loss |   val_loss |   val_acc |
+=========+==============+============+===========+
|       1 |          0.9 |        1.1 |       0.5 |
+---------+--------------+------------+-----------+
|       2 |          0.8 |        1.0 |       0.6 |
+---------+--------------+------------+-----------+""",
    "markdown": """
| epoch | train_loss | val_loss | val_acc |
|------:|-----------:|:---------|---------|
| 1     | 0.9        | 1.1      | 0.5     |
| 2     | 0.8        | 1.0      | 0.6     |""",
    "rich": """
┏━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━┳━━━━━━━━━┳━━━━━━━━━┓
┃ epoch ┃ train_loss ┃ val_loss ┃ val_acc ┃ Time    ┃
┡━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━╇━━━━━━━━━╇━━━━━━━━━┩
│ 1     │ 0.9        │ 1.1      │ 50%     │ 0:00:03 │
│ 2     │ 0.8        │ 1.0      │ 60%     │ 0:00:03 │
└───────┴────────────┴──────────┴─────────┴─────────┘""",
    "double bars": """
╔═══════╦════════════╦══════════╦═════════╗
║ epoch ║ train_loss ║ val_loss ║ val_acc ║
╠═══════╬════════════╬══════════╬═════════╣
║ 1     ║ 0.9        ║ 1.1      ║ 0.5     ║
║ 2     ║ 0.8        ║ 1.0      ║ 0.6     ║
╚═══════╩════════════╩══════════╩═════════╝""",
    "simple": """
  epoch    train_loss    val_loss    val_acc     dur
-------  ------------  ----------  ---------  ------
      1           0.9         1.1        0.5   00:12
      2           0.8         1.0        0.6   3.86s""",
    "pandas": """
   epoch  train_loss  val_loss  val_acc
0      1         0.9       1.1      0.5
1      2         0.8       1.0      0.6""",
    "wrapped": """
   epoch  train_loss  \\
0      1         0.9
1      2         0.8
   val_loss  val_acc
0       1.1      0.5
1       1.0      0.6""",
    "single blanks": """
epoch train_loss val_loss val_acc
1 0.9 1.1 0.5
2 0.8 1.0 0.6""",
    "comment": """
# epoch train_loss val_loss val_acc
1 9.0e-01 1.1e+00 5.0e-01
2 8.0e-01 1.0e+00 6.0e-01""",
    "tabs": "epoch\ttrain_loss\tval_loss\tval_acc\n1\t0.9\t1.1\t0.5\n2\t0.8\t1.0\t0.6",
    "commas": "epoch,train_loss,val_loss,val_acc\n1,0.9,1.1,0.5\n2,0.8,1.0,0.6",
    "decimal commas": "epoch;train_loss;val_loss;val_acc\n1;0,9;1,1;0,5\n2;0,8;1,0;0,6",
    "interrupted": """
epoch     train_loss  val_loss  val_acc   time
Epoch 1/2 : |████████| 100.00% [4/4 00:00<00:00 1.39]
1         0.9         1.1       0.5       00:00
Better model found at epoch 1
2         0.8         1.0       0.6       00:00""",
    "glued to a bar": """
█epoch  train_loss  val_loss  val_acc
1  0.9  1.1  0.5
2  0.8  1.0  0.6""",
}


@together("drawing", DRAWINGS)
def test_one_table_in_every_drawing(drawing):
    assert values(DRAWINGS[drawing]) == SAME_ROWS
    assert x_of(DRAWINGS[drawing])["train_loss"] == ("epoch", [1, 2])


@pytest.mark.parametrize("drawing", ["psql", "grid", "rich", "double bars", "simple"])
def test_rules_belong_to_the_table(drawing):
    (table,) = found(DRAWINGS[drawing])
    lines = [line for line in DRAWINGS[drawing].split("\n") if line]

    assert table.lines == tuple(range(len(lines)))


def test_other_lines_of_an_interrupted_table_are_left_to_others():
    (table,) = found(DRAWINGS["interrupted"])

    assert table.lines == (0, 2, 4)


NO_CURVES = {
    "nothing": "",
    "prose": "The loss and accuracy are bad\n1 2 3 4 5 6\nepoch loss\nfoo bar",
    "bars of a status line": "Epoch 1 | train 0.9 | val 0.8\nEpoch 2 | train 0.8 | val 0.9",
    "parameters": """
  | Name      | Type               | Params | Mode
---------------------------------------------------------
0 | net       | Sequential         | 1.2 K  | train
1 | train_acc | MulticlassAccuracy | 0      | train
2 | loss      | CrossEntropyLoss   | 0      | train""",
    "layers": """
_________________________________________________________________
 Layer (type)                Output Shape              Param #
=================================================================
 dense (Dense)               (None, 64)                640
 loss (Dense)                (None, 10)                650""",
    "nvidia-smi": """
|-------------------------------+----------------------+----------------------+
| GPU  Name        Persistence-M| Bus-Id        Disp.A | Volatile Uncorr. ECC |
|===============================+======================+======================|
|   0  Tesla T4            Off  | 00000000:00:04.0 Off |                    0 |""",
    "memory": """
|        Metric         | Cur Usage  | Peak Usage | Tot Alloc  |
|---------------------------------------------------------------|
| Allocated memory      |   14500 MB |   14600 MB |   30000 MB |""",
    "profiler": """
                     Name    Self CPU %      Self CPU
-------------------------  ------------  ------------
             aten::conv2d         0.10%       8.000us""",
    "described frame": """
       train_loss  val_loss
count   12.000000 12.000000
mean     0.500000  0.600000""",
    "settings in a box": """
+-------------------+-------+
| micro batch size  | 4     |
| sequence length   | 64    |
| learning rate     | 0.001 |
+-------------------+-------+""",
    "header alone": "epoch  train_loss  val_loss",
    "unknown names": "name  type  params\n0  1  2",
}


@pytest.mark.parametrize("text", NO_CURVES.values(), ids=NO_CURVES)
def test_what_is_no_table_of_a_run(text):
    assert values(text) == {}


RESULTS = {
    "a split a row": """
| split | loss | acc |
|-------|------|-----|
| train | 0.1  | 0.9 |
| test  | 1.9  | 0.6 |""",
    "a metric a row": """
| metric | train | test |
|--------|-------|------|
| loss   | 0.1   | 1.9  |
| acc    | 0.9   | 0.6  |""",
    "by blanks": "split  loss  acc\n-----  ----  ---\ntrain  0.1  0.9\ntest  1.9  0.6",
}


@pytest.mark.parametrize("text", RESULTS.values(), ids=RESULTS)
def test_results_of_the_splits(text):
    assert values(text) == {
        "train loss": [0.1],
        "test loss": [1.9],
        "train acc": [0.9],
        "test acc": [0.6],
    }
    (table,) = found(text)
    assert {curve.grain for curve in table.curves()} == {"evaluation"}


def test_results_of_several_models_are_runs():
    text = "| Model | Accuracy | F1 |\n|---|---|---|\n| resnet | 0.9 | 0.8 |\n| vgg | 0.7 | 0.6 |"
    (table,) = found(text)

    assert [(curve.name, curve.run) for curve in table.curves()] == [
        ("Accuracy", "resnet"),
        ("Accuracy", "vgg"),
        ("F1", "resnet"),
        ("F1", "vgg"),
    ]


def test_steps_above_the_columns():
    text = "| epoch | 1 | 2 |\n|---|---|---|\n| train_loss | 0.9 | 0.8 |\n| val_loss | 1.9 | 1.8 |"

    assert values(text) == {"train_loss": [0.9, 0.8], "val_loss": [1.9, 1.8]}
    assert x_of(text)["val_loss"] == ("epoch", [1, 2])


def test_tables_share_no_line_and_stand_in_order():
    parts = [DRAWINGS["rich"], "some words", DRAWINGS["simple"], "all 5 17 0 0 0 0"]
    tables = found("\n".join(parts))
    lines = [line for table in tables for line in table.lines]

    assert len(lines) == len(set(lines))
    assert [table.lines[0] for table in tables] == sorted(table.lines[0] for table in tables)


PIECES = st.sampled_from(
    [
        "epoch  loss  acc", "1  0.5  0.6", "| loss | 0.5 |", "|---|---|", "| train/ | |", "[[5 0]",
        " [4 1]]", "Confusion matrix", "precision recall f1-score support", "0  1.0  0.0  0.5  7",
        "accuracy 0.9 7", "Class Images P R", "all 1 2 0 0 0 0", "<table>", "</table>", "█", "",
        "[0, 1.4, 1.5, '00:00']", "   ", "\t\t", "100%|██", "loss acc", "| a | 1 | 2 |",
        "Test metric  x",
    ]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=20), max_size=20))
def test_any_lines_are_searched(lines):
    tables = find_tables(lines)
    taken = [line for table in tables for line in table.lines]

    assert set(taken) <= set(range(len(lines)))
    assert all(len(curve.x) == len(curve.y) > 0 for table in tables for curve in table.curves())


@pytest.mark.parametrize(
    "line",
    ["|" * 80, " " * 80, "-" * 80, "epoch  loss  acc", "| a | b |", "confusion [[1 2", "%" * 80],
)
def test_each_line_is_looked_at_a_bounded_number_of_times(line):
    class Counting(list):
        looks = 0

        def __getitem__(self, place):
            Counting.looks += 1
            return super().__getitem__(place)

    find_tables(Counting([line] * 2000))

    assert Counting.looks < 2000 * 30
