import math

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.observe import observe_curves_and_config
from tests.engine.cases import case

VALUES = st.sampled_from([0.0, 1.0, -1.0, 0.5, 2.3, 1e-300, 1e300, math.nan, math.inf, -math.inf])
CURVES = st.lists(VALUES | st.floats(-1e6, 1e6), min_size=0, max_size=25)
NAMES = [
    "train_loss",
    "train_loss_step",
    "val_loss",
    "train_accuracy",
    "val_accuracy",
    "test_accuracy",
    "val_r2",
    "pred_std",
    "lr",
    "grad_norm",
    "grad_norm_step",
    "update_ratio",
    "dead_fraction",
    "activation_saturation",
    "loss_scale",
    "rss_mb",
    "data_time",
    "step_time",
    "task_a_accuracy",
]
SETTINGS = {
    "task": st.sampled_from(
        ["classification", "regression", "gan", "vae", "language_modeling", ""]
    ),
    "n_classes": st.sampled_from([0.0, 1.0, 2.0, 10.0, math.nan]),
    "n_train": st.sampled_from([0.0, 1.0, 100.0, 1e9]),
    "batch_size": st.sampled_from([0.0, 1.0, 32.0, 1e9]),
    "target_std": st.sampled_from([0.0, 1.0, 1e200]),
    "class_counts": st.sampled_from([(), (0.0, 0.0), (5.0, 0.0), (9.0, 1.0, 3.0)]),
    "feature_std": st.sampled_from([(), (0.0,), (1e-300, 1e300)]),
    "learning_rate": st.sampled_from([0.0, 1e-300, 0.1]),
    "optimizer": st.sampled_from(["adam", "sgd", ""]),
    "gradient_clip": st.sampled_from([0.0, 1.0]),
    "depth": st.sampled_from([0.0, 9.0]),
    "normalization": st.sampled_from(["none", "batch"]),
}
TABLES = st.integers(0, 3).flatmap(
    lambda width: st.lists(st.lists(VALUES, min_size=width, max_size=width), max_size=4)
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.dictionaries(st.sampled_from(NAMES), CURVES, max_size=8),
    st.fixed_dictionaries({}, optional=SETTINGS),
    st.lists(CURVES, max_size=3),
    TABLES,
    TABLES,
    TABLES,
)
def test_whatever_is_read_is_answered(curves, config, layers, recalls, precisions, counts):
    run = case(
        config,
        layers={"grad_norm_by_layer": layers},
        classes={
            "per_class_recall": recalls,
            "per_class_precision": precisions,
            "per_class_count": counts,
        },
        **curves,
    )
    for seen in observe_curves_and_config(run):
        assert 0 <= seen.strength <= 1, seen
        assert seen.span is None or seen.span.series, seen
