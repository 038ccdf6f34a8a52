import pytest

from tests.engine.read.settings.test_find import found

BASICSR = """\
  name: EDSR
  datasets:[
    train:[
      batch_size_per_gpu: 16
    ]
  ]
  train:[
    optim_g:[
      type: Adam
      lr: 0.0002
      betas: [0.9, 0.99]
    ]
  ]
start"""
PROTOTXT = """\
base_lr: 0.01
solver_param {
  momentum: 0.9
  inner {
    weight_decay: 0.0005
  }
}
start"""
HEADER = "# unit: 100\n# Minibatch-size: 100\n# epoch: 15\n# dropout: 0.1\nstart"
KOHYA = """\
  num epochs / epoch\u6570: 10
  batch size per device / \u30d0\u30c3\u30c1: 2
  gradient accumulation steps / \u52fe\u914d = 1
start"""
BOX = "| setting | value |\n|---|---|\n| lr | 0.1 |\n| epochs | 3 |\nstart"
DUMP = """\
2026-03-02,09:14:54 | INFO | root |   lr: 0.005
2026-03-02,09:14:54 | INFO | root |   epochs: 5
2026-03-02,09:14:54 | INFO | root |   batch_size: 512
start"""


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        (
            BASICSR,
            {
                "name": "EDSR",
                "datasets": {"train": {"batch_size_per_gpu": 16}},
                "train": {"optim_g": {"type": "Adam", "lr": 0.0002, "betas": [0.9, 0.99]}},
            },
        ),
        (
            PROTOTXT,
            {
                "base_lr": 0.01,
                "solver_param": {"momentum": 0.9, "inner": {"weight_decay": 0.0005}},
            },
        ),
        (HEADER, {"unit": 100, "Minibatch-size": 100, "epoch": 15, "dropout": 0.1}),
        (
            KOHYA,
            {"num epochs": 10, "batch size per device": 2, "gradient accumulation steps": 1},
        ),
        (BOX, {"lr": 0.1, "epochs": 3}),
        (DUMP, {"lr": 0.005, "epochs": 5, "batch_size": 512}),
    ],
)
def test_blocks_of_further_layouts(text, settings):
    assert found(text) == (settings, ["start"])


@pytest.mark.parametrize(
    "text",
    [
        # a measured value that comes again with another number
        "lr: 0.1\nmomentum: 0.9\nwd: 0.1\nloss: 2.0\n\nx\n"
        "lr: 0.1\nmomentum: 0.9\nwd: 0.1\nloss: 1.9",
        # blocks below their positions
        "[epoch=1]:\nlr: 0.1\nwd: 0.9\nheads: 5\n[epoch=2]:\nlr: 0.05\nwd: 0.9\nheads: 4",
        "[epoch=1][batch=1/98]:\n Train lr/group0: 0.05\n Train loss/train/total: 2.3\n"
        "[epoch=1][batch=20/98]:\n Train lr/group0: 0.04\n Train loss/train/total: 2.1",
        "| metric | value |\n|---|---|\n| loss | 0.1 |\n| acc | 0.9 |",
        "# epoch: 1\n# loss: 2.0\n# acc: 0.1",
    ],
)
def test_blocks_that_repeat_with_other_numbers_are_rows(text):
    settings, rest = found(text)

    assert settings == {}
    assert rest == text.splitlines()
