from engine.read.tables.boxes import pair_of
from engine.read.tables.find import find_tables
from tests.together import together

BOX = """
----------------------------------
| rollout/           |           |
|    ep_len_mean     | 23.5      |
|    ep_rew_mean     | -1.5e+02  |
| time/              |           |
|    total_timesteps | {steps}   |
| train/             |           |
|    loss            | {loss}    |
----------------------------------"""


def curves(text):
    lines = [line for line in text.split("\n") if line]
    return {curve.name: curve for table in find_tables(lines) for curve in table.curves()}


def test_groups_prefix_the_names_and_each_box_is_a_row():
    found = curves(
        BOX.format(steps=512, loss=0.5) + "\nSaving\n" + BOX.format(steps=1024, loss=0.25)
    )

    assert found["train/loss"].y.tolist() == [0.5, 0.25]
    assert found["train/loss"].x.tolist() == [512, 1024]
    assert found["train/loss"].x_name == "step"
    assert found["rollout/ep_rew_mean"].y.tolist() == [-150, -150]


def test_a_single_box_is_read():
    found = curves("| ep_len_mean | 120 |\n| ep_rew_mean | 0 |\n| approx_kl | nan |")

    assert len(found) == 3


def test_boxes_without_groups():
    box = "| EpLenMean | 120 |\n| EpRewMean | {} |\n| loss_kl | 0.1 |\n-------\n"
    found = curves(box.format(1) + box.format(2))

    assert found["EpRewMean"].y.tolist() == [1, 2]


def test_values_that_the_first_box_has_not():
    first = "| time/ | |\n|    total_timesteps | 1 |\n| rollout/ | |\n|    ep_rew_mean | 5 |\n---\n"
    found = curves(first + BOX.format(steps=2, loss=0.5))

    assert found["train/loss"].x.tolist() == [2]


def test_metrics_of_a_finished_model():
    text = """
┏━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
┃        Test metric        ┃       DataLoader 0        ┃
┡━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━━━━┩
│         test_acc          │            0.1            │
│         test_loss         │           2.30            │
└───────────────────────────┴───────────────────────────┘"""
    found = curves(text)

    assert found["test_loss"].y.tolist() == [2.3]
    assert found["test_loss"].grain == "evaluation"


@together(
    "line, pair",
    [
        ("| loss | 0.5 |", ("loss", "0.5", False)),
        ("|    loss | 0.5 |", ("loss", "0.5", True)),
        ("│ loss │ 1e-3 │", ("loss", "1e-3", False)),
        ("| train/ | |", ("train/", "", False)),
        ("| loss | |", None),
        ("| loss | high |", None),
        ("| 1 | 0.5 |", None),
        ("| a | 1 | 2 |", None),
        ("loss | 0.5", None),
        ("| epoch | loss |", None),
        ("|||||||||", None),
        ("", None),
    ],
)
def test_pair_of_a_line(line, pair):
    assert pair_of(line) == pair
