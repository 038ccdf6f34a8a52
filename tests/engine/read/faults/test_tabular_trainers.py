"""Logs and files of boosting, factorization machines and recommenders."""

# ruff: noqa: E501  (lines of logs stand as tools write them)

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

ROWS = [
    given(
        "LIBFFM",
        """
        First check if the text file has already been converted to binary format (0.0 seconds)
        Binary file found. Skip converting text to binary
        iter   tr_logloss   va_logloss      tr_time
           1      0.49339      0.48196          4.9
           2      0.47621      0.47651          9.8
           3      0.47149      0.47433         14.6
        """,
        train_loss={1: 0.49339, 2: 0.47621, 3: 0.47149},
        val_loss={1: 0.48196, 2: 0.47651, 3: 0.47433},
    ),
    given(
        "xLearn",
        """
        [ ACTION     ] Start to train ...
        [------------] Epoch      Train log_loss       Test log_loss     Time cost (sec)
        [   10%      ]     1            0.567514            0.550714                0.00
        [   20%      ]     2            0.516861            0.548207                0.00
        [   30%      ]     3            0.489884            0.546207                0.00
        [ ACTION     ] Start to save model ...
        """,
        train_loss={1: 0.567514, 2: 0.516861, 3: 0.489884},
        test_loss={1: 0.550714, 2: 0.548207, 3: 0.546207},
        val_loss=3,
    ),
    given(
        "XGBoost with three sets and two metrics",
        """
        [0]\ttrain-auc:0.81234\ttrain-logloss:0.61234\tvalid-auc:0.79234\tvalid-logloss:0.62234\ttest-auc:0.78234\ttest-logloss:0.62934
        [50]\ttrain-auc:0.91234\ttrain-logloss:0.41234\tvalid-auc:0.84234\tvalid-logloss:0.47234\ttest-auc:0.83234\ttest-logloss:0.48934
        [100]\ttrain-auc:0.95234\ttrain-logloss:0.31234\tvalid-auc:0.85234\tvalid-logloss:0.44234\ttest-auc:0.84234\ttest-logloss:0.46934
        [112]\ttrain-auc:0.95934\ttrain-logloss:0.30234\tvalid-auc:0.85134\tvalid-logloss:0.44734\ttest-auc:0.84134\ttest-logloss:0.46994
        """,
        train_auc={0: 0.81234, 50: 0.91234, 100: 0.95234, 112: 0.95934},
        train_loss={0: 0.61234, 50: 0.41234, 100: 0.31234, 112: 0.30234},
        val_auc=4,
        val_loss={0: 0.62234, 50: 0.47234, 100: 0.44234, 112: 0.44734},
        test_auc=4,
        test_loss=4,
    ),
    given(
        "CatBoost with a test set",
        """
        Learning rate set to 0.03
        0:\tlearn: 0.6801234\ttest: 0.6811234\tbest: 0.6811234 (0)\ttotal: 58.1ms\tremaining: 58.1s
        100:\tlearn: 0.4801234\ttest: 0.5011234\tbest: 0.5011234 (100)\ttotal: 1.1s\tremaining: 9.8s
        200:\tlearn: 0.4101234\ttest: 0.4511234\tbest: 0.4501234 (197)\ttotal: 2.1s\tremaining: 8.8s
        Stopped by overfitting detector  (50 iterations wait)

        bestTest = 0.4501234
        bestIteration = 197

        Shrink model to first 198 iterations.
        """,
        train_loss={0: 0.6801234, 100: 0.4801234, 200: 0.4101234},
        test_loss={0: 0.6811234, 100: 0.5011234, 200: 0.4511234},
        val_loss=3,
        lr=[0.03],
    ),
    given(
        "CatBoost's error files",
        {
            "catboost_info/learn_error.tsv": "iter\tLogloss\tAUC\n0\t0.68\t0.71\n1\t0.66\t0.75\n2\t0.63\t0.78\n",
            "catboost_info/test_error.tsv": "iter\tLogloss\tAUC\n0\t0.69\t0.70\n1\t0.67\t0.73\n2\t0.65\t0.75\n",
        },
        train_loss={0: 0.68, 1: 0.66, 2: 0.63},
        train_auc=3,
        val_loss={0: 0.69, 1: 0.67, 2: 0.65},
        val_auc=3,
        test_loss=3,
        test_auc=3,
    ),
    given(
        "evals_result with numbered sets and two metrics",
        {
            "evals.json": '{"validation_0": {"rmse": [1.2, 0.9, 0.7], "mae": [1.0, 0.8, 0.6]}, "validation_1": {"rmse": [1.3, 1.0, 0.9], "mae": [1.1, 0.9, 0.8]}}'
        },
        train_rmse=[1.2, 0.9, 0.7],
        train_mae=[1.0, 0.8, 0.6],
        val_rmse=[1.3, 1.0, 0.9],
        val_mae=[1.1, 0.9, 0.8],
    ),
    given(
        "the scoring history of H2O",
        {
            "scoring_history.csv": "timestamp,duration,number_of_trees,training_rmse,training_logloss,training_auc,validation_rmse,validation_logloss,validation_auc\n"
            "2026-11-01 10:00:00, 0.012 sec,0,0.5,0.6931,0.5,0.5,0.6931,0.5\n"
            "2026-11-01 10:00:01, 0.512 sec,10,0.4,0.5131,0.81,0.42,0.5431,0.79\n"
            "2026-11-01 10:00:02, 1.012 sec,20,0.35,0.4131,0.88,0.39,0.4831,0.84\n"
        },
        train_loss={0: 0.6931, 10: 0.5131, 20: 0.4131},
        train_rmse=3,
        train_auc=3,
        val_loss={0: 0.6931, 10: 0.5431, 20: 0.4831},
        val_rmse=3,
        val_auc=3,
    ),
    given(
        "scikit-learn's histogram boosting",
        """
        Binning 0.012 GB of training data: 0.112 s
        Fitting gradient boosted rounds:
        [1/100] 1 tree, 31 leaves, max depth = 8, train loss: 0.60123, val loss: 0.61123, in 0.012s
        [2/100] 1 tree, 31 leaves, max depth = 9, train loss: 0.50123, val loss: 0.53123, in 0.011s
        [3/100] 1 tree, 30 leaves, max depth = 8, train loss: 0.45123, val loss: 0.50123, in 0.011s
        """,
        train_loss={1: 0.60123, 2: 0.50123, 3: 0.45123},
        val_loss={1: 0.61123, 2: 0.53123, 3: 0.50123},
    ),
    given(
        "RecBole",
        """
        01 Nov 10:00:00    INFO  epoch 0 training [time: 1.52s, train loss: 151.4512]
        01 Nov 10:00:01    INFO  epoch 0 evaluating [time: 0.10s, valid_score: 0.021400]
        01 Nov 10:00:01    INFO  valid result:
        recall@10 : 0.0512    mrr@10 : 0.0214    ndcg@10 : 0.0271    hit@10 : 0.0912    precision@10 : 0.0104
        01 Nov 10:00:03    INFO  epoch 1 training [time: 1.49s, train loss: 131.4512]
        01 Nov 10:00:04    INFO  epoch 1 evaluating [time: 0.10s, valid_score: 0.031400]
        01 Nov 10:00:04    INFO  valid result:
        recall@10 : 0.0712    mrr@10 : 0.0314    ndcg@10 : 0.0371    hit@10 : 0.1112    precision@10 : 0.0134
        """,
        train_loss={0: 151.4512, 1: 131.4512},
        val_score={0: 0.0214, 1: 0.0314},
        val_10_recall=[0.0512, 0.0712],
        val_10_mrr=[0.0214, 0.0314],
        val_10_ndcg=[0.0271, 0.0371],
        val_10_hits=[0.0912, 0.1112],
        val_10_precision=[0.0104, 0.0134],
    ),
]


@together("text, series, config", ROWS)
def test_tabular_trainers(text, series, config):
    assert_reads(text, series, config)
