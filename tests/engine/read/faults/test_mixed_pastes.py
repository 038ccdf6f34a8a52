"""Prose, code, settings, log lines and a traceback in one paste: none is lost, none goes to two."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

import pytest

from tests.engine.read.faults.reading import assert_reads, case_of, given

PASTES = [  # answers F18, reading A7, formats 10
    given(
        "prose and log lines",
        """
        mIoU has been 0.04 since yesterday. I changed nothing but the loss.
        epoch 10 mIoU 0.041
        epoch 11 mIoU 0.040
        epoch 12 mIoU 0.042
        val: 100%|██████████| 50/50 [00:31<00:00, 2.6it/s]
        """,
        val_iou={10: 0.041, 11: 0.04, 12: 0.042},
    ),
    given(
        "prose, settings, a log and a traceback",
        """
        Hi, I fine-tune on 2 GPUs and after 3 steps it dies. It worked on 12 Jan with version 2.1.0.

        ```
        lr: 0.1
        batch_size: 32
        ```

        ```
        step 1 loss 7.1
        step 2 loss 7.0
        step 3 loss nan
        Traceback (most recent call last):
          File "/home/u/train.py", line 186, in <module>
            loss.backward()
          File "/usr/lib/python3.10/site-packages/torch/_tensor.py", line 487, in backward
            torch.autograd.backward(
        RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 23.69 GiB total capacity; 20.1 GiB already allocated)
        ```
        """,
        {"learning_rate": 0.1, "batch_size": 32.0},
        train_loss={1: 7.1, 2: 7.0, 3: float("nan")},
    ),
    given(
        "code and its output",
        """
        model.compile(optimizer='adam', loss='mse', metrics=['mae'])
        history = model.fit(x, y, epochs=2, batch_size=32, validation_split=0.2)
        val_loss = history.history['val_loss'][-1]
        Epoch 1/2
        25/25 [==============================] - 1s 9ms/step - loss: 1.2000 - mae: 0.9000 - val_loss: 1.1000 - val_mae: 0.8500
        Epoch 2/2
        25/25 [==============================] - 0s 3ms/step - loss: 1.0000 - mae: 0.8000 - val_loss: 1.0500 - val_mae: 0.8300
        """,
        {"optimizer": "adam", "epochs": 2.0, "batch_size": 32.0},
        train_loss={1: 1.2, 2: 1.0},
        train_mae=[0.9, 0.8],
        val_loss={1: 1.1, 2: 1.05},
        val_mae=[0.85, 0.83],
    ),
    given(
        "a session of a terminal",
        """
        (env) user@node:~/proj$ python train.py --lr 0.05 --epochs 3
        Using device: cuda:0
        Number of parameters: 1,234,567
        Epoch 1/3 | train_loss 1.10 | val_loss 1.20
        Epoch 2/3 | train_loss 1.00 | val_loss 1.15
        Epoch 3/3 | train_loss 0.95 | val_loss 1.13
        Training took 12.3 minutes
        (env) user@node:~/proj$
        """,
        {"learning_rate": 0.05, "epochs": 3.0},
        train_loss={1: 1.1, 2: 1.0, 3: 0.95},
        val_loss={1: 1.2, 2: 1.15, 3: 1.13},
    ),
    given(
        "a table of settings and one of results",
        """
        | setting | value |
        |---------|-------|
        | lr      | 0.1   |
        | epochs  | 3     |

        | epoch | loss | val_loss |
        |-------|------|----------|
        | 1     | 0.9  | 1.0      |
        | 2     | 0.8  | 0.95     |
        | 3     | 0.7  | 0.97     |
        """,
        {"learning_rate": 0.1, "epochs": 3.0},
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
        val_loss={1: 1.0, 2: 0.95, 3: 0.97},
    ),
    given(
        "questions with figures in them hold no curve",
        """
        Is it normal that my loss is 2.3 after 10 epochs? My friend gets 0.5.
        I use 4 GPUs, a batch of 256 and train for 3 days.
        The accuracy of the paper is 93.5 %.
        """,
    ),
    given(
        "dicts between lines and bars",
        """
        ***** Running training *****
          Num examples = 1,000
          Num Epochs = 2
          Total train batch size (w. parallel, distributed & accumulation) = 8
        {'loss': 0.9, 'learning_rate': 1e-05, 'epoch': 1.0}
        100%|██████████| 13/13 [00:01<00:00,  9.1it/s]
        {'eval_loss': 0.95, 'eval_runtime': 1.1, 'epoch': 1.0}
        {'loss': 0.8, 'learning_rate': 5e-06, 'epoch': 2.0}
        100%|██████████| 13/13 [00:01<00:00,  9.1it/s]
        {'eval_loss': 0.91, 'eval_runtime': 1.1, 'epoch': 2.0}
        {'train_runtime': 30.1, 'train_samples_per_second': 33.2, 'train_loss': 0.85, 'epoch': 2.0}
        """,
        {"n_train": 1000.0, "epochs": 2.0},
        train_loss=[0.9, 0.8],
        val_loss=[0.95, 0.91],
        lr=[1e-5, 5e-6],
    ),
]

TABLES = PASTES


@pytest.mark.parametrize(("text", "series", "config"), TABLES)
def test_mixed_pastes(text, series, config):
    assert_reads(text, series, config)


@pytest.mark.parametrize("text", [each.values[0] for each in PASTES])
def test_a_paste_is_never_nothing(text):
    case = case_of({"paste.txt": text})

    assert case.series or case.config or case.log


def test_the_message_of_a_traceback_stays_in_the_log():
    case = case_of({"log.txt": PASTES[1].values[0]})

    assert any("out of memory" in line for line in case.log)
