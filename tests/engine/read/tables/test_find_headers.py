from tests.engine.read.tables.test_find import found, values, x_of


def test_columns_of_a_header_without_wide_gaps_are_grouped():
    text = "Step Training Loss Validation Loss\n25 1.2 1.1\n50 0.9 0.8"

    assert values(text) == {"Training Loss": [1.2, 0.9], "Validation Loss": [1.1, 0.8]}


def test_header_of_two_lines():
    text = """
average  since         example        example        current        current  current
loss     last          counter         weight          label        predict features
1.000000 1.000000            1            1.0         1.0000         0.0000        7
0.500000 0.000000            2            2.0         1.0000         1.0000        7"""

    assert values(text)["average loss"] == [1.0, 0.5]
    assert x_of(text)["average loss"] == ("step", [1, 2])


def test_short_names_of_axes():
    text = """
E    #       LOSS TEXTCAT  CATS_SCORE  SCORE
---  ------  ------------  ----------  ------
  0       0          0.22       43.75    0.44
  0      15          4.61       42.69    0.43"""

    assert x_of(text)["LOSS TEXTCAT"] == ("step", [0, 15])
    assert values(text)["E"] == [0, 0]


def test_blank_cells_are_told_by_their_place():
    text = """
  epoch    train_loss    val_loss    val_acc
-------  ------------  ----------  ---------
      1           0.9         1.1        0.5
      2           0.8                    0.6
      3                       1.0        0.7"""

    assert values(text) == {
        "train_loss": [0.9, 0.8],
        "val_loss": [1.1, 1.0],
        "val_acc": [0.5, 0.6, 0.7],
    }


def test_each_epoch_with_its_own_header_and_bar():
    text = """
      Epoch    GPU_mem   box_loss   cls_loss       Size
        1/2      4.21G        1.5        2.9        640:  50%|█████     | 2/4
        1/2      4.21G        1.3        2.8        640: 100%|██████████| 4/4
                 Class     Images      Box(P          R      mAP50  mAP50-95): 100%|████| 1/1
                   all         32        0.1        0.2        0.3        0.4
      Epoch    GPU_mem   box_loss   cls_loss       Size
        2/2      4.21G        1.2        2.7        640: 100%|██████████| 4/4
                 Class     Images      Box(P          R      mAP50  mAP50-95): 100%|████| 1/1
                   all         32        0.2        0.3        0.4        0.5
                 Class     Images      Box(P          R      mAP50  mAP50-95): 100%|████| 1/1
                   all         32        0.9        0.9        0.9        0.9"""

    assert values(text) == {
        "GPU_mem": [4.21, 4.21],
        "box_loss": [1.3, 1.2],
        "cls_loss": [2.8, 2.7],
        "val precision": [0.1, 0.2],
        "val recall": [0.2, 0.3],
        "val mAP50": [0.3, 0.4],
        "val mAP50-95": [0.4, 0.5],
    }
    assert x_of(text)["mAP50"] == ("epoch", [1, 2])


def test_runs_below_each_other_are_told_apart():
    rows = "epoch  train_loss  val_loss\n1  0.9  0.8\n2  0.8  0.7\n"
    curves = [curve for table in found(rows + rows) for curve in table.curves()]

    assert [(curve.name, curve.run, len(curve)) for curve in curves] == [
        ("train_loss", "run 1", 2),
        ("train_loss", "run 2", 2),
        ("val_loss", "run 1", 2),
        ("val_loss", "run 2", 2),
    ]
