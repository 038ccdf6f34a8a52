"""The x of a curve: steps, epochs and counters under every name, and where they stand."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

STEPS_OF_LINES = [  # formats 17, reading A9
    given(
        "batches that are counted from 1 in each epoch",
        """
        [1][1/6] loss 2.0
        [1][6/6] loss 1.8
        [2][1/6] loss 1.7
        [2][6/6] loss 1.6
        """,
        train_loss={1: 2.0, 6: 1.8, 7: 1.7, 12: 1.6},
    ),
    given(
        "batches that are counted from 0 in each epoch",
        """
        Epoch: [0][0/100] Loss 2.0
        Epoch: [0][50/100] Loss 1.9
        Epoch: [1][0/100] Loss 1.8
        Epoch: [1][50/100] Loss 1.7
        """,
        train_loss={0: 2.0, 50: 1.9, 100: 1.8, 150: 1.7},
    ),
    given(
        "DETR with another kind of line between",
        """
        Epoch: [0]  [ 10/128]  eta: 0:01:00  lr: 0.0001  loss: 3.1000 (3.3000)  time: 0.5  data: 0.01  max mem: 2000
        Epoch: [0]  [ 20/128]  eta: 0:00:50  lr: 0.0001  loss: 2.9000 (3.1000)  time: 0.5  data: 0.01  max mem: 2000
        Epoch: [0] Total time: 0:01:10 (0.5 s / it)
        Epoch: [1]  [ 10/128]  eta: 0:01:00  lr: 0.0001  loss: 2.5000 (2.6000)  time: 0.5  data: 0.01  max mem: 2000
        Epoch: [1]  [ 20/128]  eta: 0:00:50  lr: 0.0001  loss: 2.3000 (2.4000)  time: 0.5  data: 0.01  max mem: 2000
        """,
        train_loss={10: 3.3, 20: 3.1, 138: 2.6, 148: 2.4},
        lr=4,
    ),
    given(
        "rounds of boosting",
        """
        [10]\ttrain-logloss:0.61\teval-logloss:0.65
        [20]\ttrain-logloss:0.51\teval-logloss:0.60
        [30]\ttrain-logloss:0.41\teval-logloss:0.58
        """,
        train_loss={10: 0.61, 20: 0.51, 30: 0.41},
        val_loss={10: 0.65, 20: 0.6, 30: 0.58},
    ),
    given(
        "an iteration with a comma behind it",
        """
        Iteration 12, loss = 0.51
        Iteration 13, loss = 0.49
        Iteration 14, loss = 0.48
        """,
        train_loss={12: 0.51, 13: 0.49, 14: 0.48},
    ),
    given(
        "a number in front of its unit",
        """
        1epoch loss 0.9
        2epoch loss 0.8
        3epoch loss 0.7
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
    ),
    given(
        "a number and a colon",
        """
        3: loss 0.9
        6: loss 0.8
        9: loss 0.7
        """,
        train_loss={3: 0.9, 6: 0.8, 9: 0.7},
    ),
    given(
        "the evaluation belongs to the epoch above",
        """
        Epoch(train)  [1][100/200]  lr: 1.0e-02  loss: 1.2
        Epoch(train)  [1][200/200]  lr: 1.0e-02  loss: 1.1
        Epoch(val) [1][20/20]    accuracy/top1: 51.0
        Epoch(train)  [2][100/200]  lr: 1.0e-02  loss: 1.0
        Epoch(train)  [2][200/200]  lr: 1.0e-02  loss: 0.9
        Epoch(val) [2][20/20]    accuracy/top1: 61.0
        """,
        train_loss={100: 1.2, 200: 1.1, 300: 1.0, 400: 0.9},
        val_accuracy={1: 0.51, 2: 0.61},
        lr=4,
    ),
    given(
        "evaluations on a line of their own behind the step",
        """
        step 100 | loss 2.10
        eval | loss 2.30
        step 200 | loss 1.90
        eval | loss 2.20
        """,
        train_loss={100: 2.1, 200: 1.9},
        val_loss={100: 2.3, 200: 2.2},
    ),
    given(
        "step 0 of a run that logs its first loss",
        """
        step 0 | loss 10.9
        step 1 | loss 10.5
        step 2 | loss 10.1
        """,
        train_loss={0: 10.9, 1: 10.5, 2: 10.1},
    ),
]

STEPS_OF_TABLES = [
    given(
        "fairseq's update is a share, its num_updates the step",
        """
        {"epoch": 1, "update": 0.1, "loss": "9.1", "num_updates": "100", "lr": "1e-05"}
        {"epoch": 1, "update": 0.2, "loss": "8.7", "num_updates": "200", "lr": "2e-05"}
        {"epoch": 1, "update": 0.3, "loss": "8.1", "num_updates": "300", "lr": "3e-05"}
        """,
        train_loss={100: 9.1, 200: 8.7, 300: 8.1},
        lr=3,
    ),
    given(
        "time steps of baselines",
        """
        time/total_timesteps,rollout/ep_rew_mean
        2048,10.0
        4096,20.0
        6144,30.0
        """,
        reward={2048: 10.0, 4096: 20.0, 6144: 30.0},
    ),
    given(
        "time steps in one word",
        """
        TimestepsSoFar,EpRewMean
        1000,1.0
        2000,2.0
        3000,3.0
        """,
        reward={1000: 1.0, 2000: 2.0, 3000: 3.0},
    ),
    given(
        "RLlib's training iteration",
        """
        training_iteration,episode_reward_mean
        1,10.0
        2,12.0
        3,15.0
        """,
        reward={1: 10.0, 2: 12.0, 3: 15.0},
    ),
    given(
        "an index without a name",
        """
        ,loss,val_loss
        0,0.9,1.0
        1,0.8,0.9
        2,0.7,0.95
        """,
        train_loss={0: 0.9, 1: 0.8, 2: 0.7},
        val_loss={0: 1.0, 1: 0.9, 2: 0.95},
    ),
    given(
        "an epoch as a share",
        """
        epoch,loss
        1/3,0.9
        2/3,0.8
        3/3,0.7
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
    ),
    given(
        "a step with gaps of validation",
        """
        step,train_loss,val_loss
        10,0.9,
        20,0.8,0.95
        30,0.7,
        40,0.6,0.90
        """,
        train_loss={10: 0.9, 20: 0.8, 30: 0.7, 40: 0.6},
        val_loss={20: 0.95, 40: 0.9},
    ),
]

TABLES = [*STEPS_OF_LINES, *STEPS_OF_TABLES]


@together("text, series, config", TABLES)
def test_positions(text, series, config):
    assert_reads(text, series, config)
