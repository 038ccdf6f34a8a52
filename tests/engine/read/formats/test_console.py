import pytest

from engine.read.formats.console import sniff
from engine.read.log import recorder
from tests.engine.read.short import read, read_file, source_of
from tests.together import together


def series(text: str) -> dict[str, list[float]]:
    return {name: curve.y.tolist() for name, curve in read(log=text).series.items()}


@together(
    "lines, expected",
    [
        (
            [
                "Epoch 1 | train 0.90 | val 0.75 | acc 97.00% | grad 0.8 | lr 2.46e-03",
                "Epoch 2 | train 0.65 | val 0.63 | acc 98.00% | grad nan | lr 2.41e-03",
            ],
            {
                "train_loss": [0.9, 0.65],
                "val_loss": [0.75, 0.63],
                "val_accuracy": [0.97, 0.98],
                "lr": [0.00246, 0.00241],
            },
        ),
        (
            ["epoch 1 | train loss 1.23 | val 0.9", "epoch 2 | train loss 1.01 | val 0.8"],
            {"train_loss": [1.23, 1.01], "val_loss": [0.9, 0.8]},
        ),
        (
            [
                "Epoch: 0401 / 4200, Accuracy score: 0.0954",
                "Epoch: 0402 / 4200, Accuracy score: 0.0960",
            ],
            {"train_accuracy": [0.0954, 0.096]},
        ),
        (
            ["[100/5000] loss=2.5 lr=0.1", "[200/5000] loss=2.25 lr=0.1"],
            {"train_loss": [2.5, 2.25], "lr": [0.1, 0.1]},
        ),
        (
            [
                "Epoch 0/24",
                "----------",
                "train Loss: 0.6 Acc: 0.7",
                "val Loss: 0.5 Acc: 0.8",
                "",
                "Epoch 1/24",
                "----------",
                "train Loss: 0.4 Acc: 0.8",
                "val Loss: 0.4 Acc: 0.9",
            ],
            {
                "train_loss": [0.6, 0.4],
                "train_accuracy": [0.7, 0.8],
                "val_loss": [0.5, 0.4],
                "val_accuracy": [0.8, 0.9],
            },
        ),
        (  # a meter prints its mean behind the value of one batch
            [
                "Epoch: [0][  10/5005]\tTime 0.1 (0.2)\tLoss 6.9e+00 (7.0e+00)",
                "Epoch: [0][  20/5005]\tTime 0.1 (0.2)\tLoss 6.8e+00 (6.9e+00)",
            ],
            {"train_loss": [7.0, 6.9]},
        ),
        (
            ["Test set: Average loss: 0.0567, Accuracy: 9820/10000 (98%)"] * 2,
            {"test_loss": [0.0567, 0.0567], "test_accuracy": [0.982, 0.982]},
        ),
        (
            [
                "2024-01-05 12:00:00,123 INFO step 100 loss: nan",
                "2024-01-05 12:00:01,123 INFO step 200 loss: -inf",
            ],
            {"train_loss": ["nan", "-inf"]},
        ),
        (
            [
                "\x1b[32mepoch 1\x1b[0m training loss 1.0 validation loss 2.0",
                "epoch 2 training loss 0.5 validation loss 1.5",
            ],
            {"train_loss": [1.0, 0.5], "val_loss": [2.0, 1.5]},
        ),
    ],
)
def test_prints_of_training_loops(lines, expected):
    found = series("\n".join(lines))
    for name, values in expected.items():
        assert [repr(float(value)) for value in found[name]] == [
            repr(float(value)) for value in values
        ]


@pytest.mark.parametrize(
    ("text", "name", "x", "y"),
    [
        (  # Megatron counts skipped iterations beside the iteration
            " iteration      {0}/  500 | learning rate: 1.5E-04 | lm loss: {1} | number of "
            "skipped iterations:   0 "
            "| number of nan iterations:   0 |",
            "train_loss",
            [100, 200],
            [6.5, 5.5],
        ),
        (
            "Epoch(train)  [1][ {0}/1000]  lr: 1.0e-03  eta: 1:00:00  time: 0.3  loss: {1}",
            "train_loss",
            [100, 200],
            [6.5, 5.5],
        ),
        (
            "epoch 001: 100 / 5000 loss={1}, num_updates={0}, gnorm=2.1, wps=3",
            "train_loss",
            [100, 200],
            [6.5, 5.5],
        ),
        (
            "[{0}]\ttraining's binary_logloss: 0.5\tvalid_1's binary_logloss: {1}",
            "val_loss",
            [100, 200],
            [6.5, 5.5],
        ),
    ],
)
def test_prints_of_frameworks(text, name, x, y):
    case = read(log="\n".join(text.format(step, loss) for step, loss in [(100, 6.5), (200, 5.5)]))
    assert case.series[name].x.tolist() == x
    assert case.series[name].y.tolist() == y
    assert not {"time", "eta", "wps", "number_of"} & set(case.series)


def test_a_score_of_validation_is_never_taken_for_one_of_training():
    found = series("loss 1.0 test zorble loss 3.0\nloss 0.5 test zorble loss 2.0")
    assert found["train_loss"] == [1.0, 0.5]
    assert [3.0, 2.0] in found.values()


def test_steps_within_an_epoch_are_counted_through_the_run():
    curve = read(
        log="Epoch [1/2], Step [100/600], Loss: 2.0\nEpoch [1/2], Step [200/600], Loss: 1.0\n"
        "Epoch [2/2], Step [100/600], Loss: 0.5\n"
    ).series["train_loss"]
    assert curve.x_name == "step"
    assert curve.x.tolist() == [100, 200, 700]


def test_epoch_on_a_line_of_its_own_holds_below():
    curve = read(log="Epoch 3\nloss 1.0\nEpoch 4\nloss 0.5\n").series["train_loss"]
    assert (curve.x_name, curve.x.tolist()) == ("epoch", [3, 4])


@pytest.mark.parametrize(
    "text",
    [
        "Using 8 workers\nUsing 9 workers\n",
        "loaded 3 shards in 3.2s\nloaded 4 shards in 3.1s\n",
        "10.0.0.1 - GET /index 200\n10.0.0.2 - GET /index 404\n",
    ],
)
def test_other_numbers_are_no_curves(text):
    case = read(log=text)
    assert case.series == {}
    assert case.read_as[0].format == "plain-log"
    assert len(case.log) == len(text.strip().splitlines())


def test_a_bare_name_between_spelled_out_ones_belongs_to_training():
    lines = "\n".join(
        f"epoch {n}  loss {1 / n:.3f}  val_loss {2 / n:.3f}  acc 0.{n}5  val_acc 0.{n}1"
        for n in range(1, 7)
    )
    case = read_file(lines)
    assert case.series["train_accuracy"].y.tolist() == [0.15, 0.25, 0.35, 0.45, 0.55, 0.65]
    assert case.series["val_accuracy"].y.tolist() == [0.11, 0.21, 0.31, 0.41, 0.51, 0.61]


@pytest.mark.parametrize("text", ["", "epoch 1\nepoch 2\n", "zorble 1\nzorble 2\n"])
def test_no_metric_is_printed(text):
    assert not sniff(source_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("loss 1.0", {"train_loss": [1.0]}),
        ("loss 1.0\nval loss 2.0\n", {"train_loss": [1.0], "val_loss": [2.0]}),
        ("Final test accuracy: 0.91\n", {"test_accuracy": [0.91]}),
    ],
)
def test_a_value_that_is_printed_once_is_a_last_value(text, expected):
    assert sniff(source_of(text))
    assert series(text) == expected


def test_the_best_value_so_far_is_no_point_of_the_curve():
    text = "best val loss 0.1\nloss 1.0\nloss 0.5\n"

    assert series(text) == {"best_val_loss": [0.1], "train_loss": [1.0, 0.5]}


def test_name_beyond_the_limit_is_not_followed(monkeypatch):
    monkeypatch.setattr(recorder, "MAX_NAMES", 1)

    assert series("val loss 1.0\nlr 0.1\nlr 0.2\n") == {"val_loss": [1.0]}
    assert series("val loss 1.0\nlr 0.1\nval loss 0.5\n") == {"val_loss": [1.0, 0.5]}
