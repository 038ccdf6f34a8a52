"""Progress bars: what is drawn again is counted once, and what is old is no new value."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import inf, nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

TQDM = [  # formats 9, answers F07
    given(
        "values behind a bar alone",
        """
        train:  40%|████      | 80/200 [00:31<00:46,  2.6it/s] nll 1.91
        train:  45%|████▌     | 90/200 [00:35<00:42,  2.6it/s] nll 1.85
        train:  50%|█████     | 100/200 [00:39<00:38,  2.6it/s] nll 1.80
        """,
        train_loss=[1.91, 1.85, 1.8],
    ),
    given(
        "each step is drawn twice",
        "\rEpoch 1:  33%|███   | 1/3 [00:00<00:00, 9.0it/s, loss=2.0]\rEpoch 1:  33%|███   | 1/3 [00:00<00:00, 9.0it/s, loss=2.0]"
        "\rEpoch 1:  66%|███   | 2/3 [00:00<00:00, 9.0it/s, loss=1.9]\rEpoch 1:  66%|███   | 2/3 [00:00<00:00, 9.0it/s, loss=1.9]"
        "\rEpoch 1:  99%|███   | 3/3 [00:00<00:00, 9.0it/s, loss=1.8]\rEpoch 1:  99%|███   | 3/3 [00:00<00:00, 9.0it/s, loss=1.8]\n"
        "\rEpoch 2:  33%|███   | 1/3 [00:00<00:00, 9.0it/s, loss=1.7]\rEpoch 2:  33%|███   | 1/3 [00:00<00:00, 9.0it/s, loss=1.7]"
        "\rEpoch 2:  66%|███   | 2/3 [00:00<00:00, 9.0it/s, loss=1.6]\rEpoch 2:  66%|███   | 2/3 [00:00<00:00, 9.0it/s, loss=1.6]"
        "\rEpoch 2:  99%|███   | 3/3 [00:00<00:00, 9.0it/s, loss=1.5]\rEpoch 2:  99%|███   | 3/3 [00:00<00:00, 9.0it/s, loss=1.5]\n",
        train_loss=[2.0, 1.9, 1.8, 1.7, 1.6, 1.5],
    ),
    given(
        "Lightning's bars keep the validation of the epoch before",
        """
        Epoch 0:  50%|█████     | 5/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=2.0]
        Epoch 0: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=1.8]
        Epoch 0: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=1.8, val_loss=1.9, train_loss_epoch=1.95]
        Epoch 1:  50%|█████     | 5/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=1.6, val_loss=1.9, train_loss_epoch=1.95]
        Epoch 1: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=1.5, val_loss=1.9, train_loss_epoch=1.95]
        Epoch 1: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss_step=1.5, val_loss=1.7, train_loss_epoch=1.60]
        """,
        train_loss_step=[2.0, 1.8, 1.6, 1.5],
        train_loss={0: 1.95, 1: 1.6},
        val_loss={0: 1.9, 1: 1.7},
    ),
    given(
        "Lightning writes NaN as nan.0",
        """
        Epoch 0: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss=2.10]
        Epoch 1: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss=inf.0]
        Epoch 2: 100%|██████████| 10/10 [00:00<00:00, 50.1it/s, v_num=0, train_loss=nan.0]
        """,
        train_loss={0: 2.1, 1: inf, 2: nan},
    ),
    given(
        "a bar without a total",
        """
        train: 10it [00:03, 3.1it/s, loss=1.9]
        train: 20it [00:06, 3.1it/s, loss=1.7]
        train: 30it [00:09, 3.1it/s, loss=1.6]
        """,
        train_loss=[1.9, 1.7, 1.6],
    ),
    given(
        "values in front of a bar",
        """
        loss: 1.9123, acc: 0.51:  50%|█████     | 50/100 [00:05<00:05, 9.91it/s]
        loss: 1.7001, acc: 0.55:  75%|███████▌  | 75/100 [00:07<00:02, 9.91it/s]
        loss: 1.5012, acc: 0.61: 100%|██████████| 100/100 [00:10<00:00, 9.91it/s]
        """,
        train_loss={50: 1.9123, 75: 1.7001, 100: 1.5012},
        train_accuracy=[0.51, 0.55, 0.61],
    ),
    given(
        "bars of downloads and of data hold no metric",
        """
        Downloading: 100%|██████████| 1.20G/1.20G [00:31<00:00, 38.4MB/s]
        Map: 100%|██████████| 5000/5000 [00:01<00:00, 4000.1 examples/s]
        Loading checkpoint shards: 100%|██████████| 2/2 [00:05<00:00, 2.51s/it]
        100%|██████████| 9.91M/9.91M [00:00<00:00, 12.9MB/s]
        """,
    ),
    given(
        "bars of the Trainer around its dicts",
        "  0%|          | 0/30 [00:00<?, ?it/s]\n"
        " 33%|███▎      | 10/30 [00:05<00:10,  1.9it/s]{'loss': 0.61, 'grad_norm': 1.5, 'learning_rate': 2e-05, 'epoch': 1.0}\n"
        "\r 33%|███▎      | 10/30 [00:05<00:10,  1.9it/s]{'eval_loss': 0.55, 'eval_runtime': 1.2, 'eval_samples_per_second': 80.0, 'epoch': 1.0}\n"
        " 67%|██████▋   | 20/30 [00:10<00:05,  1.9it/s]{'loss': 0.41, 'grad_norm': 1.2, 'learning_rate': 1e-05, 'epoch': 2.0}\n"
        "{'eval_loss': 0.50, 'eval_runtime': 1.2, 'eval_samples_per_second': 80.0, 'epoch': 2.0}\n",
        train_loss=[0.61, 0.41],
        grad_norm=[1.5, 1.2],
        lr=[2e-5, 1e-5],
        val_loss=[0.55, 0.5],
    ),
    given(
        "a bar of validation under a bar of training",
        """
        Epoch 1 [train]: 100%|██████████| 50/50 [00:10<00:00, 4.9it/s, loss=0.91]
        Epoch 1 [valid]: 100%|██████████| 10/10 [00:01<00:00, 9.9it/s, loss=0.99]
        Epoch 2 [train]: 100%|██████████| 50/50 [00:10<00:00, 4.9it/s, loss=0.81]
        Epoch 2 [valid]: 100%|██████████| 10/10 [00:01<00:00, 9.9it/s, loss=0.95]
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
    ),
]

KERAS = [  # reading A10, answers F05, F07
    given(
        "evaluate after the fit is a test",
        """
        Epoch 1/2
        20/20 [==============================] - 1s 5ms/step - loss: 1.5000 - val_loss: 1.6000
        Epoch 2/2
        20/20 [==============================] - 1s 5ms/step - loss: 1.0000 - val_loss: 1.2700
        20/20 [==============================] - 0s 1ms/step - loss: 9.9999
        """,
        train_loss={1: 1.5, 2: 1.0},
        val_loss={1: 1.6, 2: 1.27},
        test_loss=[9.9999],
    ),
    given(
        "evaluate and predict of Keras 3",
        """
        Epoch 1/2
        20/20 ━━━━━━━━━━━━━━━━━━━━ 1s 5ms/step - accuracy: 0.5100 - loss: 1.5000 - val_accuracy: 0.5500 - val_loss: 1.6000
        Epoch 2/2
        20/20 ━━━━━━━━━━━━━━━━━━━━ 0s 5ms/step - accuracy: 0.6100 - loss: 1.0000 - val_accuracy: 0.6000 - val_loss: 1.2700
        4/4 ━━━━━━━━━━━━━━━━━━━━ 0s 1ms/step
        7/7 ━━━━━━━━━━━━━━━━━━━━ 0s 1ms/step - accuracy: 0.5900 - loss: 1.3100
        """,
        train_loss={1: 1.5, 2: 1.0},
        val_loss={1: 1.6, 2: 1.27},
        train_accuracy=[0.51, 0.61],
        val_accuracy=[0.55, 0.6],
        test_loss=[1.31],
        test_accuracy=[0.59],
    ),
    given(
        "overprinted bars count once",
        "Epoch 1/2\n"
        " 5/20 [=====>........................] - ETA: 1s - loss: 1.9000\x08\x08\x08\x08\x08\x08\r"
        "20/20 [==============================] - 1s 5ms/step - loss: 1.5000\n"
        "Epoch 2/2\n"
        " 5/20 [=====>........................] - ETA: 1s - loss: 1.4000\r"
        "10/20 [=============>................] - ETA: 1s - loss: 1.3000\r"
        "20/20 [==============================] - 1s 5ms/step - loss: 1.1000\n",
        train_loss={1: 1.5, 2: 1.1},
    ),
    given(
        "a paste that ends within an epoch",
        """
        Epoch 1/5
        60000/60000 [==============================] - 9s - loss: 0.2500
        Epoch 2/5
        60000/60000 [==============================] - 9s - loss: 0.1500
        Epoch 3/5
         1024/60000 [..............................] - ETA: 8s - loss: 0.1300
        """,
        train_loss={1: 0.25, 2: 0.15},
    ),
    given(
        "three fits, of which the last counts",
        """
        Epoch 1/2
        20/20 [==============================] - 1s 5ms/step - loss: 3.0
        Epoch 2/2
        20/20 [==============================] - 1s 5ms/step - loss: 2.9
        Epoch 1/2
        20/20 [==============================] - 1s 5ms/step - loss: 2.0
        Epoch 2/2
        20/20 [==============================] - 1s 5ms/step - loss: 1.9
        Epoch 1/2
        20/20 [==============================] - 1s 5ms/step - loss: 1.0
        Epoch 2/2
        20/20 [==============================] - 1s 5ms/step - loss: 0.9
        """,
        train_loss={1: 1.0, 2: 0.9},
    ),
    given(
        "a line of verbose 2 without a bar",
        """
        Epoch 1/2
        391/391 - 5s - loss: 1.4923 - accuracy: 0.4622 - val_loss: 1.2012 - val_accuracy: 0.5731 - 5s/epoch - 13ms/step
        Epoch 2/2
        391/391 - 4s - loss: 1.1012 - accuracy: 0.6101 - val_loss: 1.0533 - val_accuracy: 0.6302 - 4s/epoch - 11ms/step
        """,
        train_loss={1: 1.4923, 2: 1.1012},
        train_accuracy=[0.4622, 0.6101],
        val_loss={1: 1.2012, 2: 1.0533},
        val_accuracy=[0.5731, 0.6302],
    ),
]

OTHERS = [
    given(
        "rich bars that wrap over two lines",
        """
        Epoch 0/1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 10/10 0:00:01 • 0:00:00 9.91it/s
                                                                             v_num: 0.000
                                                                             train_loss: 0.91
                                                                             val_loss: 0.99
        Epoch 1/1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 10/10 0:00:01 • 0:00:00 9.91it/s
                                                                             v_num: 0.000
                                                                             train_loss: 0.71
                                                                             val_loss: 0.89
        """,
        train_loss=[0.91, 0.71],
        val_loss=[0.99, 0.89],
    ),
    given(
        "rich bars of a line",
        """
        Epoch 1/2 ━━━━━━━━━━━━━━━━━━━━━━━━━━ 40/40 0:00:03 • 0:00:00 15.1it/s loss: 1.20 val_loss: 1.30
        Epoch 2/2 ━━━━━━━━━━━━━━━━━━━━━━━━━━ 40/40 0:00:03 • 0:00:00 15.1it/s loss: 1.10 val_loss: 1.25
        """,
        train_loss=[1.2, 1.1],
        val_loss=[1.3, 1.25],
    ),
    given(
        "Ultralytics' bars with the names above",
        """
              Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size
                1/2      2.31G      1.500      2.500      1.200         10        640: 100%|██████████| 8/8 [00:02<00:00,  3.1it/s]
                         Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|██████████| 1/1 [00:00<00:00,  3.2it/s]
                           all         40         80      0.410      0.320      0.350      0.150
              Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size
                2/2      2.31G      1.300      2.000      1.100         12        640: 100%|██████████| 8/8 [00:02<00:00,  3.1it/s]
                         Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|██████████| 1/1 [00:00<00:00,  3.2it/s]
                           all         40         80      0.510      0.420      0.450      0.250
        """,
        train_box_loss=[1.5, 1.3],
        train_cls_loss=[2.5, 2.0],
        train_dfl_loss=[1.2, 1.1],
        train_loss=[5.2, 4.4],
        val_precision=[0.41, 0.51],
        val_recall=[0.32, 0.42],
        val_map50=[0.35, 0.45],
        val_map=[0.15, 0.25],
    ),
]

TABLES = [*TQDM, *KERAS, *OTHERS]


@together("text, series, config", TABLES)
def test_bars(text, series, config):
    assert_reads(text, series, config)
