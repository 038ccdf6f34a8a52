"""Logs and files of frameworks in layouts beside the usual one."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "MATLAB's trainNetwork",
        """
        Training on single GPU.
        |======================================================================================================================|
        |  Epoch  |  Iteration  |  Time Elapsed  |  Mini-batch  |  Validation  |  Mini-batch  |  Validation  |  Base Learning  |
        |         |             |   (hh:mm:ss)   |   Accuracy   |   Accuracy   |     Loss     |     Loss     |      Rate       |
        |======================================================================================================================|
        |       1 |           1 |       00:00:03 |       10.16% |       12.20% |       2.5521 |       2.4911 |          0.0100 |
        |       1 |          50 |       00:00:09 |       45.31% |              |       1.5213 |              |          0.0100 |
        |       2 |         100 |       00:00:15 |       61.72% |       58.30% |       1.1032 |       1.2044 |          0.0050 |
        |======================================================================================================================|
        Training finished: Max epochs completed.
        """,
        train_accuracy={1: 0.1016, 50: 0.4531, 100: 0.6172},
        val_accuracy={1: 0.122, 100: 0.583},
        train_loss={1: 2.5521, 50: 1.5213, 100: 1.1032},
        train_loss_step=3,
        val_loss={1: 2.4911, 100: 1.2044},
        lr={1: 0.01, 50: 0.01, 100: 0.005},
    ),
    given(
        "MindSpore",
        """
        epoch: 1 step: 100, loss is 2.3012
        epoch: 1 step: 200, loss is 1.9012
        epoch: 2 step: 100, loss is 1.7012
        epoch: 2 step: 200, loss is 1.6012
        epoch time: 10123.123 ms, per step time: 50.616 ms
        """,
        train_loss=[2.3012, 1.9012, 1.7012, 1.6012],
    ),
    given(
        "CNTK",
        """
        Finished Epoch[1 of 3]: [Training] loss = 2.101234 * 60000, metric = 70.10% * 60000 10.212s (5875.4 samples/s);
        Finished Epoch[2 of 3]: [Training] loss = 1.101234 * 60000, metric = 40.10% * 60000 10.112s (5933.4 samples/s);
        Finished Epoch[3 of 3]: [Training] loss = 0.601234 * 60000, metric = 20.10% * 60000 10.012s (5992.4 samples/s);
        """,
        train_loss={1: 2.101234, 2: 1.101234, 3: 0.601234},
    ),
    given(
        "DL4J",
        """
        10:00:00.123 [main] INFO o.d.o.l.ScoreIterationListener - Score at iteration 0 is 2.3012
        10:00:01.123 [main] INFO o.d.o.l.ScoreIterationListener - Score at iteration 100 is 1.3012
        10:00:02.123 [main] INFO o.d.o.l.ScoreIterationListener - Score at iteration 200 is 0.9012
        """,
        val_score={0: 2.3012, 100: 1.3012, 200: 0.9012},
    ),
    given(
        "Keras with two outputs, a line an epoch",
        """
        Epoch 1/3
        50/50 - 4s - 80ms/step - loss: 2.5012 - digit_accuracy: 0.4012 - digit_loss: 1.8012 - color_accuracy: 0.7012 - color_loss: 0.7000 - val_loss: 2.4012 - val_digit_accuracy: 0.4412 - val_digit_loss: 1.7012 - val_color_accuracy: 0.7112 - val_color_loss: 0.7000
        Epoch 2/3
        50/50 - 3s - 60ms/step - loss: 2.0012 - digit_accuracy: 0.5012 - digit_loss: 1.4012 - color_accuracy: 0.7512 - color_loss: 0.6000 - val_loss: 2.1012 - val_digit_accuracy: 0.4812 - val_digit_loss: 1.5012 - val_color_accuracy: 0.7312 - val_color_loss: 0.6000
        Epoch 3/3
        50/50 - 3s - 60ms/step - loss: 1.6012 - digit_accuracy: 0.6012 - digit_loss: 1.1012 - color_accuracy: 0.8012 - color_loss: 0.5000 - val_loss: 1.9012 - val_digit_accuracy: 0.5212 - val_digit_loss: 1.4012 - val_color_accuracy: 0.7412 - val_color_loss: 0.5000
        """,
        train_loss=[2.5012, 2.0012, 1.6012],
        val_loss=[2.4012, 2.1012, 1.9012],
        train_digit_accuracy=[0.4012, 0.5012, 0.6012],
        train_digit_loss=3,
        train_color_accuracy=3,
        train_color_loss=3,
        val_digit_accuracy=3,
        val_digit_loss=3,
        val_color_accuracy=3,
        val_color_loss=3,
    ),
    given(
        "Keras with a rate that a callback prints",
        """
        Epoch 1: LearningRateScheduler setting learning rate to 0.01.
        Epoch 1/3
        10/10 ━━━━━━━━━━━━━━━━━━━━ 1s 20ms/step - accuracy: 0.5012 - loss: 1.2012 - val_accuracy: 0.5512 - val_loss: 1.1012 - learning_rate: 0.0100

        Epoch 2: LearningRateScheduler setting learning rate to 0.005.
        Epoch 2/3
        10/10 ━━━━━━━━━━━━━━━━━━━━ 1s 20ms/step - accuracy: 0.6012 - loss: 1.0012 - val_accuracy: 0.6512 - val_loss: 0.9012 - learning_rate: 0.0050

        Epoch 3: val_loss did not improve from 0.90120
        Epoch 3/3
        10/10 ━━━━━━━━━━━━━━━━━━━━ 1s 20ms/step - accuracy: 0.7012 - loss: 0.8012 - val_accuracy: 0.6612 - val_loss: 0.9512 - learning_rate: 0.0050
        Epoch 3: early stopping
        Restoring model weights from the end of the best epoch: 2.
        """,
        train_loss={1: 1.2012, 2: 1.0012, 3: 0.8012},
        train_accuracy=[0.5012, 0.6012, 0.7012],
        val_loss={1: 1.1012, 2: 0.9012, 3: 0.9512},
        val_accuracy=[0.5512, 0.6512, 0.6612],
        lr=[0.01, 0.005, 0.005],
    ),
    given(
        "the first loop of TensorFlow's tutorial",
        """
        Epoch 1, Loss: 0.13, Accuracy: 95.91, Test Loss: 0.06, Test Accuracy: 98.01
        Epoch 2, Loss: 0.04, Accuracy: 98.61, Test Loss: 0.05, Test Accuracy: 98.31
        Epoch 3, Loss: 0.02, Accuracy: 99.21, Test Loss: 0.06, Test Accuracy: 98.21
        """,
        train_loss=[0.13, 0.04, 0.02],
        train_accuracy=[0.9591, 0.9861, 0.9921],
        test_loss=[0.06, 0.05, 0.06],
        test_accuracy=[0.9801, 0.9831, 0.9821],
        val_loss=[0.06, 0.05, 0.06],
        val_accuracy=[0.9801, 0.9831, 0.9821],
    ),
    given(
        "accelerate with a dict an epoch",
        """
        11/01/2026 10:00:00 - INFO - __main__ - ***** Running training *****
        11/01/2026 10:00:00 - INFO - __main__ -   Num examples = 3668
        11/01/2026 10:00:00 - INFO - __main__ -   Num Epochs = 3
        11/01/2026 10:00:00 - INFO - __main__ -   Instantaneous batch size per device = 8
        11/01/2026 10:00:00 - INFO - __main__ -   Total optimization steps = 1377
        11/01/2026 10:02:00 - INFO - __main__ - epoch 0: {'accuracy': 0.7843, 'f1': 0.8512}
        11/01/2026 10:04:00 - INFO - __main__ - epoch 1: {'accuracy': 0.8243, 'f1': 0.8712}
        11/01/2026 10:06:00 - INFO - __main__ - epoch 2: {'accuracy': 0.8443, 'f1': 0.8912}
        """,
        {"epochs": 3},
        val_accuracy={0: 0.7843, 1: 0.8243, 2: 0.8443},
        val_f1={0: 0.8512, 1: 0.8712, 2: 0.8912},
    ),
    given(
        "the history of Keras in R",
        {
            "history.csv": '"","epoch","value","metric","data"\n"1",1,0.91,"loss","training"\n"2",2,0.71,"loss","training"\n"3",3,0.61,"loss","training"\n'
            '"4",1,0.51,"accuracy","training"\n"5",2,0.61,"accuracy","training"\n"6",3,0.71,"accuracy","training"\n'
            '"7",1,0.95,"loss","validation"\n"8",2,0.85,"loss","validation"\n"9",3,0.83,"loss","validation"\n'
            '"10",1,0.50,"accuracy","validation"\n"11",2,0.58,"accuracy","validation"\n"12",3,0.60,"accuracy","validation"\n'
        },
        train_loss={1: 0.91, 2: 0.71, 3: 0.61},
        train_accuracy={1: 0.51, 2: 0.61, 3: 0.71},
        val_loss={1: 0.95, 2: 0.85, 3: 0.83},
        val_accuracy={1: 0.50, 2: 0.58, 3: 0.60},
    ),
    given(
        "TensorBoard's downloads of Keras",
        {
            "run_train-tag-epoch_loss.csv": "Wall time,Step,Value\n1700000000.1,0,0.91\n1700000001.1,1,0.71\n1700000002.1,2,0.61\n",
            "run_validation-tag-epoch_loss.csv": "Wall time,Step,Value\n1700000000.2,0,0.95\n1700000001.2,1,0.85\n1700000002.2,2,0.83\n",
        },
        train_loss={0: 0.91, 1: 0.71, 2: 0.61},
        val_loss={0: 0.95, 1: 0.85, 2: 0.83},
    ),
    given(
        "a CSV of Keras with semicolons that was continued",
        {
            "log.csv": "epoch;accuracy;loss;val_accuracy;val_loss\n0;0.51;0.91;0.50;0.95\n1;0.61;0.71;0.58;0.85\n"
            "epoch;accuracy;loss;val_accuracy;val_loss\n2;0.71;0.61;0.60;0.83\n3;0.75;0.55;0.61;0.82\n"
        },
        train_loss={0: 0.91, 1: 0.71, 2: 0.61, 3: 0.55},
        train_accuracy=4,
        val_loss={0: 0.95, 1: 0.85, 2: 0.83, 3: 0.82},
        val_accuracy=4,
    ),
    given(
        "a Lightning CSV with two data loaders and steps",
        {
            "metrics.csv": "epoch,step,train_loss_step,train_loss_epoch,val_loss/dataloader_idx_0,val_loss/dataloader_idx_1\n"
            "0,9,0.91,,,\n0,19,0.81,,,\n0,19,,,0.84,0.94\n0,19,,0.86,,\n"
            "1,29,0.71,,,\n1,39,0.61,,,\n1,39,,,0.74,0.9\n1,39,,0.66,,\n"
        },
        train_loss_step={9: 0.91, 19: 0.81, 29: 0.71, 39: 0.61},
        train_loss=[0.86, 0.66],
        val_loss=[0.84, 0.74],
        val_loader_1_loss=2,
    ),
    given(
        "a W&B export of two runs",
        {
            "wandb_export.csv": '"Step","clean-river-4 - train/loss","clean-river-4 - train/loss__MIN","clean-river-4 - train/loss__MAX","dry-sun-5 - train/loss","dry-sun-5 - train/loss__MIN","dry-sun-5 - train/loss__MAX"\n'
            '"0","2.5","2.5","2.5","2.4","2.4","2.4"\n"10","2.1","2.1","2.1","1.9","1.9","1.9"\n"20","1.8","1.8","1.8","1.5","1.5","1.5"\n'
        },
        train_loss={0: 2.4, 10: 1.9, 20: 1.5},
    ),
    given(
        "Trainer with two evaluation sets",
        """
        {'loss': 2.1012, 'grad_norm': 1.2012, 'learning_rate': 4e-05, 'epoch': 0.5}
        {'loss': 1.8012, 'grad_norm': 1.1012, 'learning_rate': 3e-05, 'epoch': 1.0}
        {'eval_matched_loss': 1.7012, 'eval_matched_accuracy': 0.6012, 'eval_matched_runtime': 1.2, 'eval_matched_samples_per_second': 100.1, 'epoch': 1.0}
        {'eval_mismatched_loss': 1.9012, 'eval_mismatched_accuracy': 0.5512, 'eval_mismatched_runtime': 1.2, 'eval_mismatched_samples_per_second': 100.1, 'epoch': 1.0}
        {'loss': 1.5012, 'grad_norm': 1.0012, 'learning_rate': 2e-05, 'epoch': 1.5}
        {'loss': 1.3012, 'grad_norm': 0.9012, 'learning_rate': 1e-05, 'epoch': 2.0}
        {'eval_matched_loss': 1.5012, 'eval_matched_accuracy': 0.6512, 'eval_matched_runtime': 1.2, 'eval_matched_samples_per_second': 100.1, 'epoch': 2.0}
        {'eval_mismatched_loss': 1.8012, 'eval_mismatched_accuracy': 0.5812, 'eval_mismatched_runtime': 1.2, 'eval_mismatched_samples_per_second': 100.1, 'epoch': 2.0}
        {'train_runtime': 22.1, 'train_samples_per_second': 180.2, 'train_loss': 1.6762, 'epoch': 2.0}
        """,
        train_loss={0.5: 2.1012, 1: 1.8012, 1.5: 1.5012, 2: 1.3012},
        grad_norm=4,
        lr=4,
        val_loss=[1.7012, 1.5012],
        val_accuracy=[0.6012, 0.6512],
        val_mismatched_loss=[1.9012, 1.8012],
        val_mismatched_accuracy=[0.5512, 0.5812],
    ),
    given(
        "a state of the Trainer with a loss that is not finite",
        {
            "trainer_state.json": '{"best_metric": null, "epoch": 2.0, "global_step": 40, "log_history": ['
            '{"epoch": 0.5, "grad_norm": 1.5, "learning_rate": 1e-05, "loss": 2.5, "step": 10},'
            '{"epoch": 1.0, "grad_norm": 9.5, "learning_rate": 2e-05, "loss": 3.5, "step": 20},'
            '{"epoch": 1.0, "eval_loss": 3.1, "eval_runtime": 1.0, "eval_samples_per_second": 10.0, "step": 20},'
            '{"epoch": 1.5, "grad_norm": NaN, "learning_rate": 2e-05, "loss": 0.0, "step": 30},'
            '{"epoch": 2.0, "grad_norm": NaN, "learning_rate": 1e-05, "loss": 0.0, "step": 40},'
            '{"epoch": 2.0, "eval_loss": NaN, "eval_runtime": 1.0, "eval_samples_per_second": 10.0, "step": 40}],'
            '"max_steps": 40, "num_train_epochs": 2}'
        },
        {"epochs": 2},
        train_loss={10: 2.5, 20: 3.5, 30: 0.0, 40: 0.0},
        grad_norm={10: 1.5, 20: 9.5, 30: nan, 40: nan},
        lr=4,
        val_loss={20: 3.1, 40: nan},
    ),
]


@together("text, series, config", ROWS)
def test_framework_logs(text, series, config):
    assert_reads(text, series, config)
