"""Short logs in the layouts of language tools that no reader was written for."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

TABLES = [
    given(
        "nanochat",
        """
        step 00010/01000 (1.00%) | loss: 9.812345 | lrm: 1.00 | dt: 500.12ms | tok/sec: 1,048,576 | mfu: 47.12 | total time: 0.10m
        step 00011/01000 (1.10%) | loss: 9.612345 | lrm: 1.00 | dt: 500.12ms | tok/sec: 1,048,576 | mfu: 47.12 | total time: 0.11m
        Step 00011 | Validation bpb: 2.1012
        """,
        train_loss={10: 9.812345, 11: 9.612345},
        val_bits_per_byte={11: 2.1012},
    ),
    given(
        "torchtitan",
        """
        [rank0]:[titan] 2024-01-01 10:00:00,001 - root - INFO - step:  1  loss: 12.2012  grad_norm:  4.1012  memory: 30.12GiB(37.93%)  tps: 1,012  tflops: 10.12  mfu: 3.20%
        [rank0]:[titan] 2024-01-01 10:00:10,001 - root - INFO - step: 10  loss: 10.1012  grad_norm:  2.1012  memory: 40.12GiB(50.93%)  tps: 8,012  tflops: 80.12  mfu: 25.20%
        """,
        train_loss={1: 12.2012, 10: 10.1012},
        grad_norm=[4.1012, 2.1012],
    ),
    given(
        "OLMo",
        """
        2024-01-01 10:00:00.001\tnode7:0\tolmo.train:912\tINFO\t[step=10/1000,epoch=0]
            optim/total_grad_norm=4.101
            train/CrossEntropyLoss=10.50
            train/Perplexity=36,316
            throughput/total_tokens=41,943,040
        2024-01-01 10:01:00.001\tnode7:0\tolmo.train:912\tINFO\t[step=20/1000,epoch=0]
            optim/total_grad_norm=2.101
            train/CrossEntropyLoss=9.500
            train/Perplexity=13,360
            throughput/total_tokens=83,886,080
        """,
        train_loss={10: 10.5, 20: 9.5},
        train_perplexity=[36316.0, 13360.0],
        grad_norm=[4.101, 2.101],
    ),
    given(
        "DeepSpeed-Megatron",
        """
         iteration        1/     500 | consumed samples:          512 | consumed tokens:      1048576 | elapsed time per iteration (ms): 9012.1 | learning rate: 1.000E-06 | global batch size:   512 | lm loss: 1.120E+01 | loss scale: 4096.0 | grad norm: 20.100 | num zeros: 0.0 | number of skipped iterations:   0 | number of nan iterations:   0 | samples per second: 56.8 | TFLOPs: 30.12 |
         iteration        2/     500 | consumed samples:         1024 | consumed tokens:      2097152 | elapsed time per iteration (ms): 9001.1 | learning rate: 2.000E-06 | global batch size:   512 | lm loss: 1.110E+01 | loss scale: 4096.0 | grad norm: 18.100 | num zeros: 0.0 | number of skipped iterations:   0 | number of nan iterations:   0 | samples per second: 56.9 | TFLOPs: 30.22 |
        """,
        train_loss={1: 11.2, 2: 11.1},
        lr=[1e-6, 2e-6],
        loss_scale=[4096.0, 4096.0],
        grad_norm=[20.1, 18.1],
    ),
    given(
        "word_language_model",
        """
        | epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch 10.12 | loss  7.60 | ppl  2000.12
        | epoch   1 |   400/ 2983 batches | lr 20.00 | ms/batch  9.12 | loss  6.80 | ppl   900.12
        -----------------------------------------------------------------------------------------
        | end of epoch   1 | time: 30.12s | valid loss  6.20 | valid ppl   490.12
        -----------------------------------------------------------------------------------------
        | epoch   2 |   200/ 2983 batches | lr 20.00 | ms/batch  9.12 | loss  6.10 | ppl   450.12
        | epoch   2 |   400/ 2983 batches | lr 20.00 | ms/batch  9.12 | loss  5.90 | ppl   370.12
        -----------------------------------------------------------------------------------------
        | end of epoch   2 | time: 30.12s | valid loss  5.80 | valid ppl   330.12
        -----------------------------------------------------------------------------------------
        """,
        train_loss=[7.6, 6.8, 6.1, 5.9],
        train_perplexity=[2000.12, 900.12, 450.12, 370.12],
        lr=4,
        val_loss={1: 6.2, 2: 5.8},
        val_perplexity=[490.12, 330.12],
    ),
    given(
        "minGPT and a NaN",
        """
        iter_dt 100.12ms; iter 0: train loss 10.90123
        iter_dt 90.12ms; iter 100: train loss 6.10123
        iter_dt 90.12ms; iter 200: train loss nan
        """,
        train_loss={0: 10.90123, 100: 6.10123, 200: nan},
    ),
    given(
        "OpenNMT",
        """
        [2024-01-01 10:00:00,123 INFO] Step 50/ 1000; acc: 5.1; ppl: 9012.1; xent: 9.1; lr: 0.00010; sents: 3200; bsz: 500/ 480/ 8; 9012/8912 tok/s;     10 sec;
        [2024-01-01 10:00:10,123 INFO] Step 100/ 1000; acc: 9.1; ppl: 3012.1; xent: 8.0; lr: 0.00020; sents: 3200; bsz: 500/ 480/ 8; 9012/8912 tok/s;     20 sec;
        [2024-01-01 10:00:12,123 INFO] valid stats calculation
                                   took: 1.1 s.
        [2024-01-01 10:00:12,123 INFO] Train perplexity: 5012.1
        [2024-01-01 10:00:12,123 INFO] Train accuracy: 7.1
        [2024-01-01 10:00:12,123 INFO] Validation perplexity: 2012.1
        [2024-01-01 10:00:12,123 INFO] Validation accuracy: 10.1
        """,
        train_loss={50: 9.1, 100: 8.0},
        train_accuracy=[0.051, 0.091],
        train_perplexity=[9012.1, 3012.1],
        val_perplexity=[2012.1],
        val_accuracy=[0.101],
        lr=[1e-4, 2e-4],
    ),
    given(
        "LLaMA-Factory's bar of dicts",
        "{'loss': 1.2, 'grad_norm': 0.9, 'learning_rate': 0.0001, 'epoch': 0.5}\n"
        "  50%|█████     | 5/10 [00:05<00:05,  1.01s/it]\r"
        "{'loss': 1.0, 'grad_norm': 0.8, 'learning_rate': 5e-05, 'epoch': 1.0}\n"
        "***** train metrics *****\n"
        "  epoch                    =        1.0\n"
        "  total_flos               =  1234567GF\n"
        "  train_loss               =     1.1000\n"
        "  train_runtime            = 0:00:10.12\n",
        train_loss=[1.2, 1.0],
        grad_norm=[0.9, 0.8],
        lr=[1e-4, 5e-5],
    ),
]


@together("text, series, config", TABLES)
def test_logs_of_language_tools(text, series, config):
    assert_reads(text, series, config)
