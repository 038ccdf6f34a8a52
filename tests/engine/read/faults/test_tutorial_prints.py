"""Prints of tutorials and of programs of one's own, in the forms that people paste."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "a bulleted report of each epoch",
        """
        === Epoch 1/3 ===
          - Train loss: 0.9012
          - Train acc:  51.2%
          - Val loss:   0.9512
          - Val acc:    50.1%
        === Epoch 2/3 ===
          - Train loss: 0.7012
          - Train acc:  61.2%
          - Val loss:   0.8512
          - Val acc:    58.1%
        === Epoch 3/3 ===
          - Train loss: 0.6012
          - Train acc:  71.2%
          - Val loss:   0.8312
          - Val acc:    60.1%
        """,
        train_loss={1: 0.9012, 2: 0.7012, 3: 0.6012},
        train_accuracy=[0.512, 0.612, 0.712],
        val_loss={1: 0.9512, 2: 0.8512, 3: 0.8312},
        val_accuracy=[0.501, 0.581, 0.601],
    ),
    given(
        "a line in key=value pairs with quotes",
        """
        level=info ts=2026-11-01T10:00:00Z msg="epoch done" epoch=1 train_loss=0.9012 val_loss=0.9512 lr=0.001
        level=info ts=2026-11-01T10:01:00Z msg="epoch done" epoch=2 train_loss=0.7012 val_loss=0.8512 lr=0.0008
        level=info ts=2026-11-01T10:02:00Z msg="epoch done" epoch=3 train_loss=0.6012 val_loss=0.8312 lr=0.0005
        """,
        train_loss={1: 0.9012, 2: 0.7012, 3: 0.6012},
        val_loss={1: 0.9512, 2: 0.8512, 3: 0.8312},
        lr=[0.001, 0.0008, 0.0005],
    ),
    given(
        "tuples of two values",
        """
        Epoch 1: (train_loss, val_loss) = (0.9012, 0.9512)
        Epoch 2: (train_loss, val_loss) = (0.7012, 0.8512)
        Epoch 3: (train_loss, val_loss) = (0.6012, 0.8312)
        """,
        train_loss={1: 0.9012, 2: 0.7012, 3: 0.6012},
        val_loss={1: 0.9512, 2: 0.8512, 3: 0.8312},
    ),
    given(
        "PyTorch's quickstart",
        """
        Epoch 1
        -------------------------------
        loss: 2.303494  [   64/60000]
        loss: 2.294637  [ 6464/60000]
        loss: 2.277102  [12864/60000]
        Test Error:
         Accuracy: 40.9%, Avg loss: 2.153215

        Epoch 2
        -------------------------------
        loss: 2.168254  [   64/60000]
        loss: 2.158876  [ 6464/60000]
        loss: 2.107765  [12864/60000]
        Test Error:
         Accuracy: 55.4%, Avg loss: 1.892215

        Epoch 3
        -------------------------------
        loss: 1.968254  [   64/60000]
        loss: 1.958876  [ 6464/60000]
        loss: 1.907765  [12864/60000]
        Test Error:
         Accuracy: 60.4%, Avg loss: 1.592215

        Done!
        """,
        train_loss=9,
        test_loss=[2.153215, 1.892215, 1.592215],
        test_accuracy=[0.409, 0.554, 0.604],
        val_loss=3,
        val_accuracy=3,
    ),
    given(
        "a fit of Keras in a notebook with steps in microseconds",
        """
        Train on 60000 samples, validate on 10000 samples
        Epoch 1/3
        60000/60000 [==============================] - 4s 63us/sample - loss: 0.2987 - accuracy: 0.9134 - val_loss: 0.1512 - val_accuracy: 0.9561
        Epoch 2/3
        60000/60000 [==============================] - 4s 61us/sample - loss: 0.1434 - accuracy: 0.9574 - val_loss: 0.1012 - val_accuracy: 0.9681
        Epoch 3/3
        60000/60000 [==============================] - 4s 61us/sample - loss: 0.1075 - accuracy: 0.9674 - val_loss: 0.0912 - val_accuracy: 0.9721
        10000/10000 [==============================] - 0s 40us/sample - loss: 0.0898 - accuracy: 0.9731
        """,
        train_loss={1: 0.2987, 2: 0.1434, 3: 0.1075},
        train_accuracy=3,
        val_loss={1: 0.1512, 2: 0.1012, 3: 0.0912},
        val_accuracy=3,
        test_loss=[0.0898],
        test_accuracy=[0.9731],
    ),
    given(
        "average scores of episodes",
        """
        Episode 100\tAverage Score: 14.21
        Episode 200\tAverage Score: 54.21
        Episode 300\tAverage Score: 114.21
        """,
        val_score=[14.21, 54.21, 114.21],
    ),
    given(
        "GAN losses of the tutorial",
        """
        [0/5][0/1583]\tLoss_D: 1.7410\tLoss_G: 4.7765\tD(x): 0.5343\tD(G(z)): 0.5771 / 0.0136
        [0/5][50/1583]\tLoss_D: 0.1900\tLoss_G: 19.7765\tD(x): 0.9343\tD(G(z)): 0.0771 / 0.0006
        [1/5][0/1583]\tLoss_D: 0.2900\tLoss_G: 3.7765\tD(x): 0.9143\tD(G(z)): 0.1771 / 0.0306
        [1/5][50/1583]\tLoss_D: 0.3900\tLoss_G: 2.7765\tD(x): 0.8143\tD(G(z)): 0.1471 / 0.0806
        """,
        d_loss=[1.741, 0.19, 0.29, 0.39],
        g_loss=[4.7765, 19.7765, 3.7765, 2.7765],
    ),
    given(
        "a CIFAR tutorial's running loss",
        """
        [1,  2000] loss: 2.173
        [1,  4000] loss: 1.853
        [1,  6000] loss: 1.683
        [2,  2000] loss: 1.393
        [2,  4000] loss: 1.363
        [2,  6000] loss: 1.343
        Finished Training
        Accuracy of the network on the 10000 test images: 55 %
        """,
        train_loss=[2.173, 1.853, 1.683, 1.393, 1.363, 1.343],
        test_accuracy=[0.55],
    ),
    given(
        "folds with a mean behind them",
        """
        Fold 1
        epoch 1 train_loss 0.9012 val_loss 0.9512
        epoch 2 train_loss 0.7012 val_loss 0.8512
        Fold 2
        epoch 1 train_loss 0.8912 val_loss 0.9412
        epoch 2 train_loss 0.6912 val_loss 0.8412
        Mean val_loss over folds: 0.8462 +/- 0.005
        """,
        train_loss={1: 0.8912, 2: 0.6912},
        val_loss={1: 0.9412, 2: 0.8412},
    ),
    given(
        "JSON of one metric a line",
        {
            "m.jsonl": '{"metric": "train/loss", "value": 0.9, "step": 1}\n{"metric": "val/loss", "value": 1.0, "step": 1}\n{"metric": "train/loss", "value": 0.7, "step": 2}\n{"metric": "val/loss", "value": 0.9, "step": 2}\n{"metric": "train/loss", "value": 0.6, "step": 3}\n{"metric": "val/loss", "value": 0.88, "step": 3}\n'
        },
        train_loss={1: 0.9, 2: 0.7, 3: 0.6},
        val_loss={1: 1.0, 2: 0.9, 3: 0.88},
    ),
    given(
        "a CSV with units and percents in its header",
        {
            "log.csv": "Epoch,Time (s),Train Loss,Train Acc (%),Val Loss,Val Acc (%)\n1,10.2,0.9,51.2,0.95,50.1\n2,10.1,0.7,61.2,0.85,58.1\n3,10.1,0.6,71.2,0.83,60.1\n"
        },
        train_loss={1: 0.9, 2: 0.7, 3: 0.6},
        train_accuracy=[0.512, 0.612, 0.712],
        val_loss=3,
        val_accuracy=[0.501, 0.581, 0.601],
    ),
    given(
        "a CSV of two groups in one header cell",
        {
            "log.csv": "epoch,train.loss,train.acc,valid.loss,valid.acc,optim.lr\n1,0.9,0.5,0.95,0.5,0.001\n2,0.7,0.6,0.85,0.58,0.001\n3,0.6,0.7,0.83,0.6,0.0005\n"
        },
        train_loss={1: 0.9, 2: 0.7, 3: 0.6},
        train_accuracy=3,
        val_loss={1: 0.95, 2: 0.85, 3: 0.83},
        val_accuracy=3,
        lr=3,
    ),
    given(
        "a dict of arrays of numpy",
        """
        {'train_loss': array([0.9, 0.7, 0.6]), 'val_loss': array([0.95, 0.85, 0.83])}
        """,
        train_loss=[0.9, 0.7, 0.6],
        val_loss=[0.95, 0.85, 0.83],
    ),
    given(
        "a loss that turns into nan with a stop",
        """
        Epoch 1 | loss 0.9012 | val_loss 0.9512
        Epoch 2 | loss 5.9012 | val_loss 9.9512
        Epoch 3 | loss nan | val_loss nan
        Loss is nan, stopping training
        """,
        train_loss={1: 0.9012, 2: 5.9012, 3: nan},
        val_loss={1: 0.9512, 2: 9.9512, 3: nan},
    ),
]


@together("text, series, config", ROWS)
def test_prints_of_tutorials(text, series, config):
    assert_reads(text, series, config)
