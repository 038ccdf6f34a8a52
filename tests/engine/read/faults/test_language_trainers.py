"""Logs of further trainers of language and speech, typed after their sources."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "Trax",
        """
        Step      1: Total number of trainable weights: 1780117
        Step      1: Ran 1 train steps in 2.63 secs
        Step      1: train CrossEntropyLoss |  4.49356890
        Step      1: eval  CrossEntropyLoss |  3.41925483
        Step      1: eval          Accuracy |  0.01685534

        Step    100: Ran 99 train steps in 49.14 secs
        Step    100: train CrossEntropyLoss |  0.61710459
        Step    100: eval  CrossEntropyLoss |  0.35255688
        Step    100: eval          Accuracy |  0.91205459

        Step    200: Ran 100 train steps in 48.02 secs
        Step    200: train CrossEntropyLoss |  0.31710459
        Step    200: eval  CrossEntropyLoss |  0.25255688
        Step    200: eval          Accuracy |  0.93205459
        """,
        train_loss={1: 4.4935689, 100: 0.61710459, 200: 0.31710459},
        val_loss={1: 3.41925483, 100: 0.35255688, 200: 0.25255688},
        val_accuracy={1: 0.01685534, 100: 0.91205459, 200: 0.93205459},
    ),
    given(
        "Sockeye",
        """
        [INFO:sockeye.training] Epoch[0] Batch [20]\tSpeed: 1450.12 samples/sec 32000.40 tokens/sec 2.10 updates/sec\tperplexity=912.402361
        [INFO:sockeye.training] Epoch[0] Batch [40]\tSpeed: 1450.12 samples/sec 32000.40 tokens/sec 2.10 updates/sec\tperplexity=812.402361
        [INFO:sockeye.training] Epoch[0] Batch [60]\tSpeed: 1450.12 samples/sec 32000.40 tokens/sec 2.10 updates/sec\tperplexity=712.402361
        [INFO:sockeye.training] Epoch[0] Batch [80]\tSpeed: 1450.12 samples/sec 32000.40 tokens/sec 2.10 updates/sec\tperplexity=612.402361
        [INFO:sockeye.training] Checkpoint [1]\tUpdates=100 Epoch=0 Samples=6400 Time-cost=44.1 Updates/sec=2.2
        [INFO:sockeye.training] Checkpoint [1]\tTrain-perplexity=512.402361
        [INFO:sockeye.training] Checkpoint [1]\tValidation-perplexity=402.112361
        [INFO:sockeye.training] Checkpoint [2]\tUpdates=200 Epoch=1 Samples=12800 Time-cost=43.9 Updates/sec=2.2
        [INFO:sockeye.training] Checkpoint [2]\tTrain-perplexity=212.402361
        [INFO:sockeye.training] Checkpoint [2]\tValidation-perplexity=188.112361
        """,
        train_perplexity=[512.402361, 212.402361],
        val_perplexity=[402.112361, 188.112361],
        train_perplexity_step=4,
    ),
    given(
        "GPT-NeoX",
        """
         samples/sec: 10.142 | iteration       10/    1000 | elapsed time per iteration (ms): 3155.1 | learning rate: 3.000E-05 | approx flops per GPU: 31.2TFLOPS | lm_loss: 1.081234E+01 | loss scale: 4096.0 | number of skipped iterations:   0 | number of nan iterations:   0 |
         samples/sec: 10.142 | iteration       20/    1000 | elapsed time per iteration (ms): 3155.1 | learning rate: 6.000E-05 | approx flops per GPU: 31.2TFLOPS | lm_loss: 9.081234E+00 | loss scale: 4096.0 | number of skipped iterations:   0 | number of nan iterations:   0 |
        -----------------------------------------------------------------------------------------------------------
         validation results at iteration 20 | lm_loss value: 9.112345E+00 | lm_loss_ppl value: 9.066123E+03 |
        -----------------------------------------------------------------------------------------------------------
         samples/sec: 10.142 | iteration       30/    1000 | elapsed time per iteration (ms): 3155.1 | learning rate: 9.000E-05 | approx flops per GPU: 31.2TFLOPS | lm_loss: 8.081234E+00 | loss scale: 4096.0 | number of skipped iterations:   0 | number of nan iterations:   0 |
        -----------------------------------------------------------------------------------------------------------
         validation results at iteration 30 | lm_loss value: 8.112345E+00 | lm_loss_ppl value: 3.335123E+03 |
        -----------------------------------------------------------------------------------------------------------
        """,
        train_loss={10: 10.81234, 20: 9.081234, 30: 8.081234},
        lr={10: 3e-5, 20: 6e-5, 30: 9e-5},
        loss_scale=3,
        val_loss={20: 9.112345, 30: 8.112345},
        val_perplexity={20: 9066.123, 30: 3335.123},
    ),
    given(
        "the trainer of Coqui",
        """
         > EPOCH: 0/1000
         --> /runs/tts-November-01-2026

        \x1b[1m > TRAINING (2026-11-01 12:44:06) \x1b[0m

        \x1b[1m   --> TIME: 2026-11-01 12:44:10 -- STEP: 0/27 -- GLOBAL_STEP: 0\x1b[0m
             | > loss: 5.42000  (5.42000)
             | > grad_norm: 12.50000  (12.50000)
             | > current_lr: 0.00100
             | > step_time: 1.25000  (1.24981)
             | > loader_time: 0.10000  (0.10021)

        \x1b[1m   --> TIME: 2026-11-01 12:44:40 -- STEP: 25/27 -- GLOBAL_STEP: 25\x1b[0m
             | > loss: 4.12000  (4.62000)
             | > grad_norm: 8.50000  (9.10000)
             | > current_lr: 0.00100
             | > step_time: 1.05000  (1.14981)
             | > loader_time: 0.10000  (0.10021)

        \x1b[1m > EVALUATION \x1b[0m

        \x1b[1m  --> EVAL PERFORMANCE\x1b[0m
             | > avg_loader_time: 0.01004 \x1b[0m(+0.00000)
             | > avg_loss: 4.50000 \x1b[0m(+0.00000)

         > EPOCH: 1/1000
        \x1b[1m > TRAINING (2026-11-01 12:45:06) \x1b[0m
        \x1b[1m   --> TIME: 2026-11-01 12:45:40 -- STEP: 23/27 -- GLOBAL_STEP: 50\x1b[0m
             | > loss: 3.12000  (3.42000)
             | > grad_norm: 6.50000  (7.10000)
             | > current_lr: 0.00090
             | > step_time: 1.05000  (1.14981)
             | > loader_time: 0.10000  (0.10021)
        \x1b[1m > EVALUATION \x1b[0m
        \x1b[1m  --> EVAL PERFORMANCE\x1b[0m
             | > avg_loader_time: 0.01004 \x1b[92m(-0.00010)\x1b[0m
             | > avg_loss: 3.60000 \x1b[92m(-0.90000)\x1b[0m
        """,
        train_loss=[5.42, 4.62, 3.42],
        grad_norm=[12.5, 9.1, 7.1],
        lr=[0.001, 0.001, 0.0009],
        val_loss=[4.5, 3.6],
    ),
    given(
        "Mozilla's DeepSpeech",
        """
        I STARTING Optimization
        Epoch 0 |   Training | Elapsed Time: 0:00:03 | Steps: 66 | Loss: 39.314777
        Epoch 0 | Validation | Elapsed Time: 0:00:01 | Steps: 22 | Loss: 31.439259 | Dataset: /asr/dev/dev.csv
        I Saved new best validating model with loss 31.439259 to: /asr/checkpoint/best_dev-66
        Epoch 1 |   Training | Elapsed Time: 0:00:03 | Steps: 66 | Loss: 29.314777
        Epoch 1 | Validation | Elapsed Time: 0:00:01 | Steps: 22 | Loss: 27.439259 | Dataset: /asr/dev/dev.csv
        I Saved new best validating model with loss 27.439259 to: /asr/checkpoint/best_dev-132
        Epoch 2 |   Training | Elapsed Time: 0:00:03 | Steps: 66 | Loss: 25.314777
        Epoch 2 | Validation | Elapsed Time: 0:00:01 | Steps: 22 | Loss: 26.439259 | Dataset: /asr/dev/dev.csv
        I FINISHED optimization in 0:00:12.345678
        """,
        train_loss={0: 39.314777, 1: 29.314777, 2: 25.314777},
        val_loss={0: 31.439259, 1: 27.439259, 2: 26.439259},
    ),
    given(
        "Tesseract",
        """
        Iteration 99: GROUND  TRUTH : the quick brown fox
        Iteration 99: BEST OCR TEXT : tha quick brow fox
        At iteration 100/100/100, mean rms=6.102%, delta=52.101%, BCER train=98.200%, BWER train=99.900%, skip ratio=0.000%, New worst BCER = 98.200 wrote checkpoint.
        At iteration 195/200/200, mean rms=5.102%, delta=42.101%, BCER train=78.200%, BWER train=89.900%, skip ratio=0.000%, New best BCER = 78.200 wrote checkpoint.
        At iteration 281/300/300, mean rms=4.102%, delta=32.101%, BCER train=58.200%, BWER train=79.900%, skip ratio=0.000%, New best BCER = 58.200 wrote checkpoint.
        """,
        train_cer=[0.982, 0.782, 0.582],
        train_wer=[0.999, 0.899, 0.799],
    ),
    given(
        "mlx-lm",
        """
        Starting training..., iters: 30
        Iter 1: Val loss 2.512, Val took 3.112s
        Iter 10: Train loss 2.112, Learning Rate 1.000e-05, It/sec 1.212, Tokens/sec 512.112, Trained Tokens 4210, Peak mem 5.112 GB
        Iter 20: Train loss 1.912, Learning Rate 9.000e-06, It/sec 1.212, Tokens/sec 512.112, Trained Tokens 8420, Peak mem 5.112 GB
        Iter 20: Val loss 2.012, Val took 3.012s
        Iter 30: Train loss 1.812, Learning Rate 8.000e-06, It/sec 1.212, Tokens/sec 512.112, Trained Tokens 12630, Peak mem 5.112 GB
        Iter 30: Val loss 1.912, Val took 3.012s
        """,
        train_loss={10: 2.112, 20: 1.912, 30: 1.812},
        lr={10: 1e-5, 20: 9e-6, 30: 8e-6},
        val_loss={1: 2.512, 20: 2.012, 30: 1.912},
    ),
    given(
        "the trainer of PaddleNLP",
        """
        [2026-11-01 10:00:00,123] [    INFO] - loss: 2.1012, learning_rate: 3e-05, global_step: 10, interval_runtime: 1.2012, interval_samples_per_second: 66.1012, interval_steps_per_second: 8.3012, epoch: 0.1
        [2026-11-01 10:00:02,123] [    INFO] - loss: 1.9012, learning_rate: 2.5e-05, global_step: 20, interval_runtime: 1.2012, interval_samples_per_second: 66.1012, interval_steps_per_second: 8.3012, epoch: 0.2
        [2026-11-01 10:00:04,123] [    INFO] - eval_loss: 1.8012, eval_accuracy: 0.6012, eval_runtime: 1.1012, eval_samples_per_second: 90.1012, eval_steps_per_second: 11.3012, epoch: 0.2
        [2026-11-01 10:00:06,123] [    INFO] - loss: 1.7012, learning_rate: 2e-05, global_step: 30, interval_runtime: 1.2012, interval_samples_per_second: 66.1012, interval_steps_per_second: 8.3012, epoch: 0.3
        """,
        train_loss={10: 2.1012, 20: 1.9012, 30: 1.7012},
        lr={10: 3e-5, 20: 2.5e-5, 30: 2e-5},
        val_loss=[1.8012],
        val_accuracy=[0.6012],
    ),
    given(
        "OpenNMT-tf",
        """
        2026-11-01 10:00:00.123000: I runner.py:281] Step = 100 ; steps/s = 1.91, tokens/s = 34511 (17015 source, 17496 target) ; Learning rate = 0.000012 ; Loss = 9.210123
        2026-11-01 10:01:00.123000: I runner.py:281] Step = 200 ; steps/s = 1.91, tokens/s = 34511 (17015 source, 17496 target) ; Learning rate = 0.000024 ; Loss = 8.210123
        2026-11-01 10:01:30.123000: I runner.py:295] Evaluation result for step 200: loss = 7.901234 ; perplexity = 2700.512345
        2026-11-01 10:02:00.123000: I runner.py:281] Step = 300 ; steps/s = 1.91, tokens/s = 34511 (17015 source, 17496 target) ; Learning rate = 0.000036 ; Loss = 7.510123
        """,
        train_loss={100: 9.210123, 200: 8.210123, 300: 7.510123},
        lr={100: 1.2e-5, 200: 2.4e-5, 300: 3.6e-5},
        val_loss={200: 7.901234},
        val_perplexity={200: 2700.512345},
    ),
    given(
        "Stanza",
        """
        2026-11-01 10:00:00 INFO: Finished STEP 20/5000, loss = 6.112341 (0.212 sec/batch), lr: 0.003000
        2026-11-01 10:00:05 INFO: Finished STEP 40/5000, loss = 4.112341 (0.202 sec/batch), lr: 0.003000
        2026-11-01 10:00:10 INFO: Evaluating on dev set...
        2026-11-01 10:00:12 INFO: step 40: train_loss = 5.112341, dev_score = 0.7123
        2026-11-01 10:00:17 INFO: Finished STEP 60/5000, loss = 3.112341 (0.202 sec/batch), lr: 0.003000
        2026-11-01 10:00:22 INFO: Finished STEP 80/5000, loss = 2.612341 (0.202 sec/batch), lr: 0.003000
        2026-11-01 10:00:24 INFO: step 80: train_loss = 2.812341, dev_score = 0.8123
        """,
        train_loss={40: 5.112341, 80: 2.812341},
        train_loss_step={20: 6.112341, 40: 4.112341, 60: 3.112341, 80: 2.612341},
        lr=4,
        val_accuracy={40: 0.7123, 80: 0.8123},
    ),
    given(
        "the language model of PyTorch's tutorial",
        """
        | epoch   1 |   200/ 2928 batches | lr 5.00 | ms/batch 30.82 | loss  8.03 | ppl  3081.00
        | epoch   1 |   400/ 2928 batches | lr 5.00 | ms/batch 29.82 | loss  6.83 | ppl   925.20
        | epoch   1 |   600/ 2928 batches | lr 5.00 | ms/batch 29.82 | loss  6.43 | ppl   620.20
        -----------------------------------------------------------------------------------------
        | end of epoch   1 | time: 91.20s | valid loss  5.81 | valid ppl   333.10
        -----------------------------------------------------------------------------------------
        | epoch   2 |   200/ 2928 batches | lr 4.75 | ms/batch 30.82 | loss  6.03 | ppl   415.70
        | epoch   2 |   400/ 2928 batches | lr 4.75 | ms/batch 29.82 | loss  5.93 | ppl   376.20
        | epoch   2 |   600/ 2928 batches | lr 4.75 | ms/batch 29.82 | loss  5.83 | ppl   340.40
        -----------------------------------------------------------------------------------------
        | end of epoch   2 | time: 90.20s | valid loss  5.61 | valid ppl   273.10
        -----------------------------------------------------------------------------------------
        """,
        train_loss=[8.03, 6.83, 6.43, 6.03, 5.93, 5.83],
        train_perplexity=6,
        lr=6,
        val_loss={1: 5.81, 2: 5.61},
        val_perplexity={1: 333.1, 2: 273.1},
    ),
    given(
        "GloVe",
        """
        TRAINING MODEL
        Read 60666466 lines.
        vector size: 50
        vocab size: 71290
        x_max: 10.000000
        alpha: 0.750000
        11/01/26 - 10:00.01AM, iter: 001, cost: 0.071012
        11/01/26 - 10:01.01AM, iter: 002, cost: 0.052012
        11/01/26 - 10:02.01AM, iter: 003, cost: 0.046012
        """,
        train_loss={1: 0.071012, 2: 0.052012, 3: 0.046012},
    ),
    given(
        "fairseq in the style of JSON",
        """
        2026-11-01 10:00:00 | INFO | train_inner | {"epoch": 1, "update": 0.2, "loss": "9.812", "ppl": "899.1", "wps": "12000", "lr": "1e-05", "gnorm": "2.1", "clip": "0", "num_updates": "100"}
        2026-11-01 10:00:10 | INFO | train_inner | {"epoch": 1, "update": 0.4, "loss": "8.812", "ppl": "449.1", "wps": "12000", "lr": "2e-05", "gnorm": "1.9", "clip": "0", "num_updates": "200"}
        2026-11-01 10:00:20 | INFO | train | {"epoch": 1, "train_loss": "9.312", "train_ppl": "635.1", "train_num_updates": "200", "train_lr": "2e-05", "train_gnorm": "2.0"}
        2026-11-01 10:00:30 | INFO | valid | {"epoch": 1, "valid_loss": "8.612", "valid_ppl": "391.1", "valid_num_updates": "200"}
        2026-11-01 10:00:40 | INFO | train_inner | {"epoch": 2, "update": 1.2, "loss": "7.812", "ppl": "224.1", "wps": "12000", "lr": "3e-05", "gnorm": "1.8", "clip": "0", "num_updates": "300"}
        2026-11-01 10:00:40 | INFO | train_inner | {"epoch": 2, "update": 1.4, "loss": "7.612", "ppl": "224.1", "wps": "12000", "lr": "3e-05", "gnorm": "1.8", "clip": "0", "num_updates": "400"}
        2026-11-01 10:00:50 | INFO | train | {"epoch": 2, "train_loss": "8.012", "train_ppl": "258.1", "train_num_updates": "400", "train_lr": "4e-05", "train_gnorm": "1.8"}
        2026-11-01 10:01:00 | INFO | valid | {"epoch": 2, "valid_loss": "7.612", "valid_ppl": "195.1", "valid_num_updates": "400", "valid_best_loss": "7.612"}
        """,
        train_loss=[9.312, 8.012],
        train_loss_step=[9.812, 8.812, 7.812, 7.612],
        train_perplexity=[635.1, 258.1],
        train_perplexity_step=4,
        val_loss=[8.612, 7.612],
        val_perplexity=[391.1, 195.1],
        lr=4,
        grad_norm=4,
    ),
    given(
        "Rasa",
        """
        Epochs:   0%|          | 0/3 [00:00<?, ?it/s]
        Epochs:  33%|███▎      | 1/3 [00:01<00:02,  1.21s/it, t_loss=4.12, i_acc=0.312]
        Epochs:  67%|██████▋   | 2/3 [00:02<00:01,  1.11s/it, t_loss=3.12, i_acc=0.512]
        Epochs: 100%|██████████| 3/3 [00:03<00:00,  1.10s/it, t_loss=2.12, i_acc=0.712]
        """,
        train_loss=[4.12, 3.12, 2.12],
        train_accuracy=3,
    ),
    given(
        "AutoGluon's text models",
        """
        Epoch 1 (Update 20).\tTrain loss: 0.6912, Validation accuracy: 0.6112, Best Epoch: 1
        Epoch 2 (Update 40).\tTrain loss: 0.5912, Validation accuracy: 0.6612, Best Epoch: 2
        Epoch 3 (Update 60).\tTrain loss: 0.5112, Validation accuracy: 0.6412, Best Epoch: 2
        """,
        train_loss=[0.6912, 0.5912, 0.5112],
        val_accuracy=[0.6112, 0.6612, 0.6412],
    ),
]


@together("text, series, config", ROWS)
def test_language_trainers(text, series, config):
    assert_reads(text, series, config)
