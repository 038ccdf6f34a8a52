"""Figures of console lines: percent, units, thousands, decimal commas, and where the name stands."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from math import inf, nan

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

PERCENT_AND_UNITS = [  # reading A5, A8, formats 14
    given(
        "a percent sign here and none there",
        """
        epoch 1 train acc 50.000 val accuracy: 50.0%
        epoch 2 train acc 60.000 val accuracy: 55.0%
        """,
        train_accuracy=[0.5, 0.6],
        val_accuracy=[0.5, 0.55],
    ),
    given(
        "low percents stay percents",
        """
        epoch 1 loss 2.3 acc 0.9%
        epoch 2 loss 2.2 acc 1.2%
        """,
        train_loss=[2.3, 2.2],
        train_accuracy=[0.009, 0.012],
    ),
    given(
        "units that are glued to numbers",
        """
        step 10 loss 2.50 time 24179ms mem 20.0GiB 400.0/s mfu 31.2%
        step 20 loss 2.40 time 24012ms mem 20.0GiB 402.0/s mfu 31.3%
        """,
        train_loss={10: 2.5, 20: 2.4},
    ),
    given(
        "thousands",
        """
        step 1,000 loss 1.75
        step 2,000 loss 1.55
        step 10,000 loss 1.25
        """,
        train_loss={1000: 1.75, 2000: 1.55, 10000: 1.25},
    ),
    given(
        "an estimate of days",
        """
        iter 100 loss 1.75 eta: 2 days, 21:25:03 lr: 1e-3
        iter 200 loss 1.55 eta: 1 day, 20:15:43 lr: 1e-3
        """,
        train_loss={100: 1.75, 200: 1.55},
        lr=[1e-3, 1e-3],
    ),
    given(
        "llm.c with deviations",
        """
        step    1/100 | loss 11.001 (+nanz)| norm 15.3 (+nanz)| lr 1.00e-05 | 3000.00 ms | 52.3% bf16 MFU | 174 tok/s
        step    2/100 | loss 10.502 (+0.31z)| norm 12.1 (-0.40z)| lr 2.00e-05 | 2500.00 ms | 52.9% bf16 MFU | 209 tok/s
        """,
        train_loss={1: 11.001, 2: 10.502},
        grad_norm=[15.3, 12.1],
        lr=[1e-5, 2e-5],
    ),
    given(
        "modded-nanogpt",
        """
        step:0/1750 val_loss:10.8258 train_time:0ms step_avg:nanms
        step:125/1750 val_loss:4.6100 train_time:24179ms step_avg:193.40ms
        step:250/1750 val_loss:4.0100 train_time:48179ms step_avg:192.70ms
        """,
        val_loss={0: 10.8258, 125: 4.61, 250: 4.01},
    ),
    given(
        "decimal commas",
        """
        epoch 1 loss 0,87 accuracy 0,45
        epoch 2 loss 0,75 accuracy 0,55
        """,
        train_loss={1: 0.87, 2: 0.75},
        train_accuracy=[0.45, 0.55],
    ),
    given(
        "decimal commas in German",
        """
        Epoche 1: Verlust 1,2345; Genauigkeit 45,10 %
        Epoche 2: Verlust 1,0310; Genauigkeit 52,30 %
        """,
        train_loss={1: 1.2345, 2: 1.031},
        train_accuracy=[0.451, 0.523],
    ),
]

NAMES_AND_NUMBERS = [  # answers F05
    given(
        "darknet names stand behind their numbers",
        """
         7: 620.00, 620.00 avg loss, 0.001000 rate, 3.1 seconds, 448 images
         8: -nan, -nan avg loss, 0.001000 rate, 3.0 seconds, 512 images
        """,
        train_loss={7: 620.0, 8: nan},
        lr=[1e-3, 1e-3],
    ),
    given(
        "names behind numbers of other tools",
        """
        100 iters, 2.31 loss, 0.10 acc
        200 iters, 1.31 loss, 0.50 acc
        """,
        train_loss={100: 2.31, 200: 1.31},
        train_accuracy=[0.1, 0.5],
    ),
    given(
        "a cost of time is a clock",
        """
        Epoch[3] Time cost=10.0
        Epoch[3] Train-accuracy=0.51
        Epoch[4] Time cost=10.2
        Epoch[4] Train-accuracy=0.55
        """,
        train_accuracy={3: 0.51, 4: 0.55},
    ),
    given(
        "a list of position behind the name of the loss",
        """
        Loss [65, 200](epoch, minibatch): 2.54
        Loss [65, 400](epoch, minibatch): 2.44
        """,
        train_loss=[2.54, 2.44],
    ),
    given(
        "parts with a total of validation",
        """
        [ep 4] obj 0.31 box 0.07
        [val ep 4] obj 0.33 box 0.08 all 0.41
        [ep 5] obj 0.29 box 0.06
        [val ep 5] obj 0.32 box 0.08 all 0.40
        """,
        train_obj_loss=[0.31, 0.29],
        train_box_loss=[0.07, 0.06],
        train_loss=[0.38, 0.35],
        val_obj_loss=[0.33, 0.32],
        val_box_loss=[0.08, 0.08],
        val_loss=[0.41, 0.40],
    ),
    given(
        "infinite and not a number in every spelling",
        """
        step 1 loss inf
        step 2 loss -inf
        step 3 loss NaN
        step 4 loss -nan
        step 5 loss Infinity
        """,
        train_loss=[inf, -inf, nan, nan, inf],
    ),
]

TABLES = [*PERCENT_AND_UNITS, *NAMES_AND_NUMBERS]


@together("text, series, config", TABLES)
def test_figures_and_their_names(text, series, config):
    assert_reads(text, series, config)
