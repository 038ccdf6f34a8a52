"""Boosted trees."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

SOLVER = "log-convergence-warning"
NO_LABELS = "log-no-usable-labels"
INPUT = "log-invalid-input-values"
STOPPED = "log-early-stop"

BOOSTING: tuple[Signature, ...] = (
    signature(
        "no-positive-gain",
        "positive gain",
        r"No further splits with positive gain",
        "the trees find nothing left to split",
        action=(
            "Lower min_data_in_leaf for small data; if this stands from the first tree on, the "
            "features hold no signal."
        ),
        symptom=SOLVER,
        entry="weak-signal",
        since="LightGBM 2",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "no-more-leaves",
        "no more leaves that meet the split requirements",
        r"no more leaves that meet the split requirements",
        "no tree can be split any further",
        action="Lower min_data_in_leaf for small data; check that the features are not constant.",
        symptom=SOLVER,
        entry="weak-signal",
        since="LightGBM 2",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "no-meaningful-features",
        ("no meaningful features", "all features are either constant or ignored"),
        r"There are no meaningful features|All features are either constant or ignored",
        "no feature can be used: all are constant, or rarer than the settings ask for",
        action=(
            "Look at the number of different values by column, and lower min_data_in_leaf "
            "for small data."
        ),
        symptom=NO_LABELS,
        entry="broken-preprocessing",
        since="LightGBM 2, CatBoost 0.1",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "constant-target",
        ("target contains only one unique value", "contains only one class"),
        r"Target contains only one unique value|Contains only one class",
        "the targets hold a single value",
        action="Count the classes of the training part; split with stratification.",
        symptom=NO_LABELS,
        entry="bad-split",
        since="CatBoost 0.1, LightGBM 2",
        ends_run=False,
    ),
    signature(
        "lightgbm-names",
        "special json characters",
        r"Do not support special JSON characters in feature name",
        "a column name holds brackets, commas or quotes",
        action="Rename the columns to letters, digits and underscores.",
        since="LightGBM 3",
    ),
    signature(
        "catboost-degenerate",
        "degenerate solution on iteration",
        r"Training has stopped \(degenerate solution on iteration \d",
        "the leaves became infinite, often by too little regularization",
        action="Raise l2_leaf_reg, and look for extreme values in the targets.",
        symptom=SOLVER,
        entry="insufficient-regularization",
        since="CatBoost 0.1",
        strength=0.8,
        ends_run=False,
    ),
    signature(
        "xgboost-input",
        "input data contains `inf`",
        r"Input data contains `inf` or a value too large",
        "the input holds infinite values",
        action="Replace infinity by a missing value, and find where it was made.",
        symptom=INPUT,
        entry="missing-values",
        since="XGBoost 1.0",
    ),
    signature(
        "xgboost-unused",
        "} are not used",
        r"Parameters: \{ .{1,300} \} are not used",
        "XGBoost does not know the parameters that are named",
        action="Correct their spelling: as it is they change nothing.",
        entry="ignored-setting",
        since="XGBoost 1.3",
        ends_run=False,
    ),
    signature(
        "boosting-early-stop",
        (
            "early stopping, best iteration is",
            "stopped by overfitting detector",
            "stopping. best iteration",
        ),
        r"Early stopping, best iteration is|Stopped by overfitting detector|^Stopping\. "
        r"Best iteration:",
        "early stopping ended the run",
        action="Nothing is broken; predict with the best iteration.",
        symptom=STOPPED,
        kind="tool-did-so",
        entry="early-stopping-misconfigured",
        since="LightGBM 2, CatBoost 0.1, XGBoost",
        ends_run=False,
    ),
    signature(
        "boosting-no-early-stop",
        "did not meet early stopping",
        r"Did not meet early stopping\. Best iteration is",
        "all rounds were used: the validation score may still have been improving",
        action="Raise the number of rounds if the best one is the last.",
        role="noise",
        kind="tool-did-so",
        entry="too-few-training-steps",
        since="LightGBM 2",
        ends_run=False,
    ),
)
