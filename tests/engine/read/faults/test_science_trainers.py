"""Logs of trainers in the sciences, on graphs, and of agents, typed after their sources."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "DeepMD lcurve.out",
        """
        #  step      rmse_val    rmse_trn    rmse_e_val  rmse_e_trn    rmse_f_val  rmse_f_trn         lr
              0      3.33e+01    3.41e+01      1.03e+01    1.03e+01      8.39e-01    8.72e-01    1.0e-03
            100      2.57e+01    2.56e+01      1.87e+00    1.88e+00      8.03e-01    8.02e-01    1.0e-03
            200      2.45e+01    2.56e+01      2.26e-01    2.21e-01      7.73e-01    8.10e-01    9.5e-04
        """,
        val_rmse={0: 33.3, 100: 25.7, 200: 24.5},
        train_rmse={0: 34.1, 100: 25.6, 200: 25.6},
        val_e_rmse=3,
        train_e_rmse=3,
        val_f_rmse=3,
        train_f_rmse=3,
        lr={0: 1e-3, 100: 1e-3, 200: 9.5e-4},
    ),
    given(
        "MACE",
        """
        2026-02-25 13:49:22.794 INFO: Started training, reporting errors on validation set
        2026-02-25 13:49:22.794 INFO: Loss metrics on validation set
        2026-02-25 13:49:37.362 INFO: Initial: head: Default, loss=1.92412590, RMSE_E_per_atom=  276.31 meV, RMSE_F=  404.35 meV / A
        2026-02-25 13:49:45.983 INFO: Epoch 0: head: Default, loss=0.99465336, RMSE_E_per_atom=   54.74 meV, RMSE_F=  305.85 meV / A
        2026-02-25 13:49:48.496 INFO: Epoch 1: head: Default, loss=0.53195376, RMSE_E_per_atom=   34.74 meV, RMSE_F=  205.85 meV / A
        2026-02-25 13:49:51.496 INFO: Epoch 2: head: Default, loss=0.43195376, RMSE_E_per_atom=   30.74 meV, RMSE_F=  195.85 meV / A
        """,
        val_loss={0: 0.99465336, 1: 0.53195376, 2: 0.43195376},
        val_rmse=[54.74, 34.74, 30.74],
        val_f_rmse=3,
    ),
    given(
        "Chemprop",
        """
        Epoch 0
        Loss = 9.8765e-01, PNorm = 34.1234, GNorm = 1.2345, lr_0 = 1.0000e-04
        Validation rmse = 0.912345
        Epoch 1
        Loss = 7.8765e-01, PNorm = 34.2234, GNorm = 1.1345, lr_0 = 5.5000e-04
        Validation rmse = 0.812345
        Epoch 2
        Loss = 6.8765e-01, PNorm = 34.3234, GNorm = 1.0345, lr_0 = 1.0000e-03
        Validation rmse = 0.772345
        Model 0 best validation rmse = 0.772345 on epoch 2
        Model 0 test rmse = 0.801234
        """,
        train_loss=[0.98765, 0.78765, 0.68765],
        weight_norm=[34.1234, 34.2234, 34.3234],
        grad_norm=[1.2345, 1.1345, 1.0345],
        lr=[1e-4, 5.5e-4, 1e-3],
        val_rmse={0: 0.912345, 1: 0.812345, 2: 0.772345},
        test_rmse=[0.801234],
    ),
    given(
        "DeepXDE",
        """
        Step      Train loss                        Test loss                         Test metric
        0         [2.12e-01, 1.10e+00]              [2.02e-01, 1.10e+00]              [1.00e+00]
        1000      [1.12e-02, 1.10e-02]              [1.02e-02, 1.10e-02]              [1.10e-01]
        2000      [1.12e-03, 1.10e-03]              [1.02e-03, 1.10e-03]              [1.10e-02]

        Best model at step 2000:
          train loss: 2.22e-03
          test loss: 2.12e-03
          test metric: [1.10e-02]
        """,
        train_loss={0: 1.312, 1000: 0.0222, 2000: 0.00222},
        test_loss={0: 1.302, 1000: 0.0212, 2000: 0.00212},
        val_loss=3,
    ),
    given(
        "Flux with the logger of Julia",
        """
        [ Info: Training on CPU
        ┌ Info: Epoch 1
        │   train_loss = 1.2042f0
        │   train_acc = 0.41
        └   test_acc = 0.4
        ┌ Info: Epoch 2
        │   train_loss = 0.8042f0
        │   train_acc = 0.61
        └   test_acc = 0.58
        ┌ Info: Epoch 3
        │   train_loss = 0.5042f0
        │   train_acc = 0.81
        └   test_acc = 0.74
        """,
        train_loss={1: 1.2042, 2: 0.8042, 3: 0.5042},
        train_accuracy={1: 0.41, 2: 0.61, 3: 0.81},
        test_accuracy={1: 0.4, 2: 0.58, 3: 0.74},
        val_accuracy=3,
    ),
    given(
        "Pyro",
        """
        [iteration 0001] loss: 1210.4312
        [iteration 0101] loss: 410.4312
        [iteration 0201] loss: 310.4312
        """,
        train_loss={1: 1210.4312, 101: 410.4312, 201: 310.4312},
    ),
    given(
        "PyTorch Geometric",
        """
        Epoch: 001, Loss: 1.9412, Train: 0.3214, Val: 0.2280, Test: 0.2410
        Epoch: 002, Loss: 1.8412, Train: 0.5214, Val: 0.4280, Test: 0.4310
        Epoch: 003, Loss: 1.7112, Train: 0.7214, Val: 0.5280, Test: 0.5410
        """,
        train_loss={1: 1.9412, 2: 1.8412, 3: 1.7112},
        train_accuracy={1: 0.3214, 2: 0.5214, 3: 0.7214},
        val_accuracy={1: 0.228, 2: 0.428, 3: 0.528},
        test_accuracy={1: 0.241, 2: 0.431, 3: 0.541},
    ),
    given(
        "DGL",
        """
        Epoch 00000 | Loss 1.9458 | Accuracy 0.2260
        Epoch 00001 | Loss 1.9312 | Accuracy 0.4160
        Epoch 00002 | Loss 1.9112 | Accuracy 0.5060
        Test Accuracy 0.5110
        """,
        train_loss={0: 1.9458, 1: 1.9312, 2: 1.9112},
        train_accuracy=[0.226, 0.416, 0.506],
        test_accuracy=[0.511],
    ),
    given(
        "ML-Agents",
        """
        [INFO] Hyperparameters for behavior name 3DBall:
        \ttrainer_type:\tppo
        \thyperparameters:
        \t  batch_size:\t64
        \t  buffer_size:\t12000
        \t  learning_rate:\t0.0003
        [INFO] 3DBall. Step: 12000. Time Elapsed: 30.114 s. Mean Reward: 1.204. Std of Reward: 0.704. Training.
        [INFO] 3DBall. Step: 24000. Time Elapsed: 55.114 s. Mean Reward: 2.204. Std of Reward: 1.104. Training.
        [INFO] 3DBall. Step: 36000. Time Elapsed: 80.114 s. Mean Reward: 5.804. Std of Reward: 3.104. Training.
        """,
        {"learning_rate": 0.0003, "batch_size": 64},
        reward={12000: 1.204, 24000: 2.204, 36000: 5.804},
    ),
    given(
        "CleanRL",
        """
        global_step=22, episodic_return=22.0
        global_step=45, episodic_return=23.0
        SPS: 1030
        global_step=91, episodic_return=46.0
        SPS: 1042
        """,
        reward={22: 22.0, 45: 23.0, 91: 46.0},
    ),
    given(
        "Stable-Baselines3 with evaluations",
        """
        Eval num_timesteps=1000, episode_reward=21.40 +/- 4.10
        Episode length: 21.40 +/- 4.10
        ---------------------------------
        | eval/              |          |
        |    mean_ep_length  | 21.4     |
        |    mean_reward     | 21.4     |
        | time/              |          |
        |    total_timesteps | 1000     |
        ---------------------------------
        New best mean reward!
        ---------------------------------
        | rollout/           |          |
        |    ep_len_mean     | 24.1     |
        |    ep_rew_mean     | 24.1     |
        | time/              |          |
        |    fps             | 1210     |
        |    iterations      | 1        |
        |    time_elapsed    | 1        |
        |    total_timesteps | 2048     |
        ---------------------------------
        Eval num_timesteps=3000, episode_reward=121.40 +/- 14.10
        Episode length: 121.40 +/- 14.10
        ---------------------------------
        | eval/              |          |
        |    mean_ep_length  | 121      |
        |    mean_reward     | 121      |
        | time/              |          |
        |    total_timesteps | 3000     |
        ---------------------------------
        ---------------------------------
        | rollout/           |          |
        |    ep_len_mean     | 54.1     |
        |    ep_rew_mean     | 54.1     |
        | time/              |          |
        |    fps             | 1210     |
        |    iterations      | 2        |
        |    time_elapsed    | 3        |
        |    total_timesteps | 4096     |
        ---------------------------------
        """,
        reward={2048: 24.1, 4096: 54.1},
        episode_length={2048: 24.1, 4096: 54.1},
        val_reward={1000: 21.4, 3000: 121.0},
    ),
    given(
        "Acme",
        """
        [Learner] Critic Loss = 0.312 | Policy Loss = -1.201 | Learner Steps = 100 | Learner Walltime = 10.1 | Steps Per Second = 12.1
        [Evaluator] Episode Length = 200 | Episode Return = 21.0 | Evaluator Episodes = 1 | Steps Per Second = 410.1
        [Learner] Critic Loss = 0.212 | Policy Loss = -1.401 | Learner Steps = 200 | Learner Walltime = 20.1 | Steps Per Second = 12.1
        [Evaluator] Episode Length = 200 | Episode Return = 121.0 | Evaluator Episodes = 2 | Steps Per Second = 412.1
        [Learner] Critic Loss = 0.112 | Policy Loss = -1.601 | Learner Steps = 300 | Learner Walltime = 30.1 | Steps Per Second = 12.1
        [Evaluator] Episode Length = 200 | Episode Return = 181.0 | Evaluator Episodes = 3 | Steps Per Second = 411.1
        """,
        policy_loss={100: -1.201, 200: -1.401, 300: -1.601},
        value_loss={100: 0.312, 200: 0.212, 300: 0.112},
        reward=[21.0, 121.0, 181.0],
        episode_length=3,
    ),
]


@together("text, series, config", ROWS)
def test_science_trainers(text, series, config):
    assert_reads(text, series, config)
