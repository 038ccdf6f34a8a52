"""Whatever is read, every normal page answers, with numbers that can be written."""

import math
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.observe.normal import READERS, read_normal
from engine.run import Case
from tests.engine.cases import case

VALUES = st.sampled_from([0.0, 1.0, -1.0, 0.5, 2.3, 1e-300, 1e300, math.nan, math.inf, -math.inf])
CURVES = st.lists(VALUES | st.floats(-1e6, 1e6), min_size=0, max_size=25)
LONG = st.lists(VALUES | st.floats(0, 10), min_size=90, max_size=160)
NAMES = [
    "train_loss",
    "val_loss",
    "train_accuracy",
    "val_accuracy",
    "train_clean_accuracy",
    "train_clean_loss",
    "lr",
    "grad_norm",
    "update_ratio",
    "loss_scale",
    "reward",
    "value_loss",
    "policy_loss",
    "explained_variance",
    "value_mean",
    "approx_kl",
    "kl",
    "recon_loss",
    "d_loss",
    "g_loss",
    "modes_covered",
    "sample_diversity",
    "sample_distance",
    "knn_accuracy",
    "router_aux_loss",
    "busiest_quarter",
    "val_f1",
    "f1_macro",
    "f1_weighted",
    "a_loss",
    "a_bits_per_byte",
    "b_loss",
    "b_bits_per_byte",
    "train_rank_0_loss",
    "train_rank_1_loss",
    "checksum_gap",
    "gpu_memory_mb",
    "reserved_mb",
    "rewards_margins",
]
TASKS = ["classification", "regression", "gan", "vae", "language modeling", "density", "diffusion"]
SETTINGS = {
    "task": st.sampled_from([*TASKS, "contrastive", ""]),
    "n_classes": st.sampled_from([0.0, 1.0, 2.0, 10.0, math.nan]),
    "vocab_size": st.sampled_from([0.0, 2.0, 1e9]),
    "n_val": st.sampled_from([0.0, 1.0, 30.0, 1e9]),
    "n_train": st.sampled_from([0.0, 1.0, 100.0, 1e9]),
    "batch_size": st.sampled_from([0.0, 1.0, 32.0, 1e9]),
    "label_smoothing": st.sampled_from([0.0, 0.1, 1.0]),
    "pretrained": st.booleans(),
    "schedule": st.sampled_from(["multistep", "cosine_with_restarts", ""]),
    "augmentation": st.sampled_from(["mixup", "none"]),
    "largest_return": st.sampled_from([0.0, 33.0]),
    "n_modes": st.sampled_from([0.0, 5.0]),
    "aux_coefficient": st.sampled_from([0.0, 0.02]),
}


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(
    st.dictionaries(st.sampled_from(NAMES), CURVES, max_size=10),
    st.fixed_dictionaries({}, optional={"train_loss_step": LONG, "step_time_step": LONG}),
    st.fixed_dictionaries({}, optional=SETTINGS),
    st.lists(CURVES, max_size=4),
)
def test_every_page_answers(curves, steps, config, seeds):
    run = case(config, layers={"accuracy_by_seed": seeds}, **curves, **steps)
    found = read_normal(run)

    assert len(found) == len(READERS)
    for reading in found:
        assert reading.text.endswith("."), reading
        assert reading.state != "holds" or reading.span is not None, reading


def test_the_same_case_gets_the_same_answers():
    run = case(train_loss=[3.0, 2.0, 1.5, 1.2, 1.1, 1.0], val_loss=[2.5, 1.8, 1.4, 1.2, 1.1, 1.1])
    readings = [read_normal(run) for _ in range(3)]

    assert all(one == other for one, other in pairwise(readings))


def test_words_alone_show_no_pattern():
    run = Case(description="Is it normal that my loss spikes at step 200?")

    assert read_normal(run) == tuple(read(run) for read in READERS)
