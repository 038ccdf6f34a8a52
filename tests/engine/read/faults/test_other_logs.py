"""Short logs of speech, boosting, reinforcement, graphs, JAX and programs of one's own."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

SPEECH = [
    given(
        "SpeechBrain",
        """
        epoch: 1, lr: 1.00e+00 - train loss: 3.10 - valid loss: 2.50, valid CER: 60.10, valid WER: 90.10
        epoch: 2, lr: 9.00e-01 - train loss: 2.10 - valid loss: 1.90, valid CER: 40.10, valid WER: 70.10
        Epoch loaded: 2 - test loss: 2.00, test CER: 41.10, test WER: 71.10
        """,
        train_loss={1: 3.1, 2: 2.1},
        val_loss={1: 2.5, 2: 1.9},
        val_cer=[60.1, 40.1],
        val_wer=[90.1, 70.1],
        test_loss=[2.0],
        test_cer=[41.1],
        test_wer=[71.1],
        lr=[1.0, 0.9],
    ),
    given(
        "the tacotron of NVIDIA",
        """
        Train loss 0 40.123456 Grad Norm 12.123456 3.12s/it
        Train loss 1 35.123456 Grad Norm 10.123456 2.12s/it
        Validation loss 1: 33.123456
        Train loss 2 30.123456 Grad Norm 9.123456 2.12s/it
        """,
        train_loss={0: 40.123456, 1: 35.123456, 2: 30.123456},
        grad_norm=3,
        val_loss={1: 33.123456},
    ),
]

TABULAR = [
    given(
        "LightGBM with two sets and an early stop",
        """
        [LightGBM] [Info] Number of positive: 300, number of negative: 700
        [LightGBM] [Info] Total Bins 2550
        Training until validation scores don't improve for 10 rounds
        [10]\ttrain's auc: 0.81\ttrain's binary_logloss: 0.51\tvalid's auc: 0.75\tvalid's binary_logloss: 0.58
        [20]\ttrain's auc: 0.85\ttrain's binary_logloss: 0.45\tvalid's auc: 0.76\tvalid's binary_logloss: 0.56
        Early stopping, best iteration is:
        [20]\ttrain's auc: 0.85\ttrain's binary_logloss: 0.45\tvalid's auc: 0.76\tvalid's binary_logloss: 0.56
        """,
        train_loss={10: 0.51, 20: 0.45},
        val_loss={10: 0.58, 20: 0.56},
        train_auc=[0.81, 0.85],
        val_auc=[0.75, 0.76],
    ),
    given(
        "TabNet",
        """
        epoch 0  | loss: 0.91012 | train_auc: 0.60012 | valid_auc: 0.59012 |  0:00:01s
        epoch 1  | loss: 0.71012 | train_auc: 0.70012 | valid_auc: 0.66012 |  0:00:02s
        Stop training because you reached max_epochs = 2 with best_epoch = 1 and best_valid_auc = 0.66012
        """,
        train_loss={0: 0.91012, 1: 0.71012},
        train_auc=[0.60012, 0.70012],
        val_auc=[0.59012, 0.66012],
    ),
    given(
        "an MLP of scikit-learn that stops early",
        """
        Iteration 1, loss = 2.21012
        Validation score: 0.411000
        Iteration 2, loss = 1.81012
        Validation score: 0.561000
        Validation score did not improve more than tol=0.000100 for 10 consecutive epochs. Stopping.
        """,
        train_loss={1: 2.21012, 2: 1.81012},
        val_accuracy=[0.411, 0.561],
    ),
    given(
        "H2O's and AutoGluon's words",
        """
        Fitting model: LightGBM ... Training model for up to 59.1s of the 59.1s of remaining time.
        \t0.8512\t = Validation score   (accuracy)
        \t1.12s\t = Training   runtime
        \t0.02s\t = Validation runtime
        """,
        val_accuracy=[0.8512],
    ),
    given(
        "a graph network of PyG",
        """
        Epoch: 001, Loss: 1.9512, Train: 0.2786, Val: 0.2480, Test: 0.2560
        Epoch: 002, Loss: 1.8512, Train: 0.4786, Val: 0.3480, Test: 0.3560
        Epoch: 003, Loss: 1.7512, Train: 0.5786, Val: 0.4480, Test: 0.4560
        """,
        train_loss={1: 1.9512, 2: 1.8512, 3: 1.7512},
        train_accuracy=[0.2786, 0.4786, 0.5786],
        val_accuracy=[0.248, 0.348, 0.448],
        test_accuracy=[0.256, 0.356, 0.456],
    ),
    given(
        "DGL's training",
        """
        Epoch 00000 | Time(s) 0.1012 | Loss 1.9512 | Accuracy 0.2512 | ETputs(KTEPS) 100.12
        Epoch 00001 | Time(s) 0.0512 | Loss 1.8512 | Accuracy 0.3512 | ETputs(KTEPS) 200.12
        Test Accuracy 0.3612
        """,
        train_loss={0: 1.9512, 1: 1.8512},
        train_accuracy=[0.2512, 0.3512],
        test_accuracy=[0.3612],
    ),
]

REINFORCEMENT = [
    given(
        "CleanRL",
        """
        global_step=100, episodic_return=[21.]
        global_step=240, episodic_return=[35.]
        SPS: 1012
        global_step=400, episodic_return=[51.]
        """,
        reward={100: 21.0, 240: 35.0, 400: 51.0},
    ),
    given(
        "episodes of a tutorial",
        """
        Episode 10\tLast reward: 15.00\tAverage reward: 12.10
        Episode 20\tLast reward: 35.00\tAverage reward: 20.10
        Episode 30\tLast reward: 55.00\tAverage reward: 31.10
        """,
        reward={10: 12.1, 20: 20.1, 30: 31.1},
    ),
    given(
        "Spinning Up's box",
        """
        ---------------------------------------
        |             Epoch |               0 |
        |      AverageEpRet |            20.1 |
        |             EpLen |            20.1 |
        |            LossPi |         -0.0101 |
        |             LossV |            51.2 |
        ---------------------------------------
        ---------------------------------------
        |             Epoch |               1 |
        |      AverageEpRet |            31.1 |
        |             EpLen |            31.1 |
        |            LossPi |         -0.0201 |
        |             LossV |            61.2 |
        ---------------------------------------
        """,
        reward={0: 20.1, 1: 31.1},
        episode_length=[20.1, 31.1],
        policy_loss=[-0.0101, -0.0201],
        value_loss=[51.2, 61.2],
    ),
    given(
        "ML-Agents",
        """
        [INFO] 3DBall. Step: 12000. Time Elapsed: 21.101 s. Mean Reward: 1.201. Std of Reward: 0.701. Training.
        [INFO] 3DBall. Step: 24000. Time Elapsed: 40.101 s. Mean Reward: 2.201. Std of Reward: 1.701. Training.
        """,
        reward={12000: 1.201, 24000: 2.201},
    ),
]

OWN = [
    given(
        "JAX and Flax's MNIST",
        """
        I0101 10:00:00.123456 140000 train.py:186] epoch:  1, train_loss: 0.2412, train_accuracy: 92.81, test_loss: 0.0612, test_accuracy: 98.01
        I0101 10:00:10.123456 140000 train.py:186] epoch:  2, train_loss: 0.0612, train_accuracy: 98.11, test_loss: 0.0412, test_accuracy: 98.61
        """,
        train_loss={1: 0.2412, 2: 0.0612},
        train_accuracy=[0.9281, 0.9811],
        test_loss={1: 0.0612, 2: 0.0412},
        test_accuracy=[0.9801, 0.9861],
    ),
    given(
        "pairs of training and validation in one cell",
        """
        Epoch 1 loss (train/val): 0.91 / 0.99
        Epoch 2 loss (train/val): 0.81 / 0.95
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
    ),
    given(
        "arrows and pipes",
        """
        Epoch 1 ==> train loss = 0.91 | valid loss = 0.99
        Epoch 2 ==> train loss = 0.81 | valid loss = 0.95
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
    ),
    given(
        "tuples of a print",
        """
        ('epoch', 1, 'loss', 0.91, 'val_loss', 0.99)
        ('epoch', 2, 'loss', 0.81, 'val_loss', 0.95)
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
    ),
    given(
        "tensors in a print",
        """
        epoch 1 loss tensor(0.9100, grad_fn=<NllLossBackward0>)
        epoch 2 loss tensor(nan, device='cuda:0', grad_fn=<NllLossBackward0>)
        """,
        train_loss={1: 0.91, 2: nan},
    ),
    given(
        "NumPy scalars in a print",
        """
        epoch 1 train_loss: np.float64(0.91) val_loss: np.float64(0.99)
        epoch 2 train_loss: np.float64(0.81) val_loss: np.float64(0.95)
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
    ),
    given(
        "Chinese words",
        """
        第1轮 训练损失: 0.91 验证损失: 0.99 验证准确率: 51.0%
        第2轮 训练损失: 0.81 验证损失: 0.95 验证准确率: 55.0%
        """,
        train_loss={1: 0.91, 2: 0.81},
        val_loss={1: 0.99, 2: 0.95},
        val_accuracy=[0.51, 0.55],
    ),
    given(
        "values over several lines of an epoch",
        """
        Epoch 1/2
          train_loss: 0.91
          train_acc:  0.51
          val_loss:   0.99
          val_acc:    0.48
        Epoch 2/2
          train_loss: 0.81
          train_acc:  0.61
          val_loss:   0.95
          val_acc:    0.52
        """,
        train_loss={1: 0.91, 2: 0.81},
        train_accuracy=[0.51, 0.61],
        val_loss={1: 0.99, 2: 0.95},
        val_accuracy=[0.48, 0.52],
    ),
]

TABLES = [*SPEECH, *TABULAR, *REINFORCEMENT, *OWN]


@together("text, series, config", TABLES)
def test_logs_of_other_tools(text, series, config):
    assert_reads(text, series, config)
