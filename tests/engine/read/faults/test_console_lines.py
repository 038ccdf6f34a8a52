"""Values of console lines: which number is the value, and which one only counts or ranks."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

RANKS_IN_NAMES = [  # formats 4, reading A1
    given(
        "the 1 of Acc@1 is no accuracy and the mean in brackets is the value",
        """
        Epoch: [0][10/100] Loss 2.00 (2.10) Acc@1 40.00 (39.00)
        Epoch: [0][20/100] Loss 1.90 (2.00) Acc@1 44.00 (41.00)
        """,
        train_loss=[2.1, 2.0],
        train_accuracy=[0.39, 0.41],
    ),
    given(
        "timm's validation line",
        """
        Test: [   0/7]  Time: 0.412 (0.412)  Loss:   1.0213 (1.0213)  Acc@1:  70.3125 ( 70.3125)  Acc@5:  96.8750 ( 96.8750)
        Test: [   7/7]  Time: 0.011 (0.071)  Loss:   0.9671 (1.1010)  Acc@1:  74.6000 ( 72.1000)  Acc@5:  97.1000 ( 96.9000)
        """,
        test_loss=[1.101],
        test_accuracy=[0.721],
        test_5_accuracy=[0.969],
    ),
    given(
        "Prec@1 and Prec@5 are accuracies of one split",
        """
        Epoch: [0][10/100] Loss 2.00 (2.10) Prec@1 40.00 (39.00) Prec@5 70.00 (69.00)
         * Prec@1 61.20 Prec@5 84.10
        Epoch: [1][10/100] Loss 1.90 (2.00) Prec@1 45.00 (44.00) Prec@5 75.00 (74.00)
         * Prec@1 65.40 Prec@5 86.30
        """,
        train_loss=[2.1, 2.0],
        train_accuracy=[0.39, 0.44],
        train_5_accuracy=[0.69, 0.74],
        val_accuracy=[0.612, 0.654],
        val_5_accuracy=[0.841, 0.863],
    ),
    given(
        "ranks of recommenders",
        """
        Epoch 1 valid Recall@20=0.0812 NDCG@20=0.0411 hits@10=0.12
        Epoch 2 valid Recall@20=0.0990 NDCG@20=0.0502 hits@10=0.15
        """,
        val_20_recall=[0.0812, 0.099],
        val_20_ndcg=[0.0411, 0.0502],
        val_10_hits=[0.12, 0.15],
    ),
    given(
        "an overlap behind mAP",
        """
        epoch 1 train_loss 1.50 val mAP@0.5 0.310 mAP@0.5:0.95 0.120
        epoch 2 train_loss 1.20 val mAP@0.5 0.420 mAP@0.5:0.95 0.200
        """,
        train_loss=[1.5, 1.2],
        val_map=[0.31, 0.42],
    ),
]

COUNTERS = [  # formats 3, reading A3
    given(
        "a count behind train is no loss",
        """
        Train 3, loss: 1.25
        Train 4, loss: 1.05
        """,
        train_loss=[1.25, 1.05],
    ),
    given(
        "a counter in brackets behind Test is no loss",
        """
        Test: [0/196] Loss 2.0
        Test: [100/196] Loss 2.2
        """,
        test_loss=[2.2],
    ),
    given(
        "sizes of the parts of a corpus are no losses",
        """
        Corpus: 3000 train + 300 dev + 300 test sentences
        epoch 1 - train loss 0.91 - dev loss 0.99
        epoch 2 - train loss 0.71 - dev loss 0.90
        """,
        train_loss=[0.91, 0.71],
        val_loss=[0.99, 0.90],
    ),
    given(
        "timm's training line",
        """
        Train: 0 [   0/25 (  0%)]  Loss: 1.41 (1.41)  Time: 0.350s,  182.61/s  LR: 1.000e-05  Data: 0.101 (0.101)
        Train: 0 [  24/25 (100%)]  Loss: 1.21 (1.31)  Time: 0.020s, 3201.00/s  LR: 1.000e-05  Data: 0.001 (0.005)
        """,
        train_loss=[1.41, 1.31],
        lr=[1e-5, 1e-5],
    ),
    given(
        "Lightning's empty bars are no losses",
        """
        Validation: |          | 0/? [00:00<?, ?it/s]
        Training: |          | 0/? [00:00<?, ?it/s]
        Epoch 0: 100%|██████████| 25/25 [00:01<00:00, 20.1it/s, v_num=0, train_loss=0.91]
        Validation: |          | 0/? [00:00<?, ?it/s]
        Epoch 1: 100%|██████████| 25/25 [00:01<00:00, 20.1it/s, v_num=0, train_loss=0.71]
        """,
        train_loss=[0.91, 0.71],
    ),
    given(
        "a table of parameters with a column train holds no loss",
        """
          | Name  | Type   | Params | Mode
        -----------------------------------------
        0 | model | Linear | 4.2 K  | train
        1 | loss  | CELoss | 0      | train
        -----------------------------------------
        4.2 K     Trainable params
        epoch 1 loss 0.5
        epoch 2 loss 0.4
        """,
        train_loss=[0.5, 0.4],
    ),
    given(
        "a score that training starts from is no loss",
        """
        [LightGBM] [Info] Start training from score -1.430000
        [1]\ttraining's multi_logloss: 1.21\tvalid_0's multi_logloss: 1.25
        [2]\ttraining's multi_logloss: 1.02\tvalid_0's multi_logloss: 1.11
        """,
        train_loss=[1.21, 1.02],
        val_loss=[1.25, 1.11],
    ),
    given(
        "a validation score is a score and no loss",
        """
        Iteration 1, loss = 0.69
        Validation score: 0.610000
        Iteration 2, loss = 0.60
        Validation score: 0.810000
        """,
        train_loss={1: 0.69, 2: 0.60},
        val_accuracy={1: 0.61, 2: 0.81},
    ),
]

TABLES = [*RANKS_IN_NAMES, *COUNTERS]


@together("text, series, config", TABLES)
def test_which_number_is_the_value(text, series, config):
    assert_reads(text, series, config)
