"""No value that is sent sets the size of what is allocated on the way from reading to drawing."""

import json

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diagnostics_api.page.figure import figure_of
from diagnostics_api.page.panels import numbered, panels_of
from engine.diagnose import diagnose
from engine.read import Inputs, NamedFile, read_case
from tests.engine.content import real_knowledge
from tests.engine.knowledge import knowledge
from tests.memory import peak_of

CONTENT = knowledge()
EXTREME = [0, -1, 1, 1e9, 1.7e9, 1e15, 1e18, 1e308, -1e308, 5e-324, 2**64 + 1]
MOST_BYTES = 5_000_000


def lists(length):
    """Numbers that may run evenly, with extreme ones among them."""
    even = st.just([float(number) for number in range(length)])
    mixed = st.lists(st.sampled_from(EXTREME) | st.floats(0, 100), min_size=length, max_size=length)
    last = st.sampled_from(EXTREME).map(lambda value: [*range(length - 1), value])
    return even | last | mixed


CURVES = ["train_loss", "train_loss_step", "val_loss", "val_accuracy", "grad_norm_step", "lr"]
METRICS = st.integers(2, 24).flatmap(
    lambda length: st.fixed_dictionaries(
        {"step": lists(length)},
        optional={name: lists(length) for name in CURVES},
    )
)
NUMBERS = [
    "n_train",
    "batch_size",
    "n_classes",
    "n_val",
    "epochs",
    "width",
    "depth",
    "n_parameters",
    "n_features",
]
SETTINGS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from([*EXTREME, 10, 1000]) for name in NUMBERS}
)


def as_body(metrics, config):
    return Inputs(metrics=metrics, config=config)


def as_lines(metrics, config):
    """Return JSON lines, a list beside the scalars in each row."""
    rows = [dict(zip(metrics, row, strict=True)) for row in zip(*metrics.values(), strict=True)]
    text = "".join(
        f"{json.dumps(row | {'grad_norm_by_layer': list(row.values())})}\n" for row in rows
    )
    return Inputs(files=(NamedFile("run.jsonl", text.encode()),), config=config)


def answer(inputs):
    """Read, diagnose and draw."""
    case = read_case(inputs, real_knowledge())
    report = diagnose(case, CONTENT)
    evidence = [part for each in report.diagnoses for part in each.evidence]
    return figure_of(case), panels_of(numbered(evidence, case), case)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(METRICS, SETTINGS, st.sampled_from([as_body, as_lines]))
@example(
    {"step": [*range(19), 200_000_000], "train_loss_step": list(range(20))},
    {"n_train": 1000, "batch_size": 10},
    as_body,
)
@example({"step": [1e18, 1e18], "train_loss": [0, 0.1]}, {}, as_body)
@example({"step": [10**20, 10**20 + 1], "train_loss": [1, 1]}, {}, as_lines)
@example(
    {"step": [-1e308, *[1e308] * 19], "train_loss_step": list(range(20))},
    {"n_train": 100, "batch_size": 10},
    as_body,
)
def test_no_step_and_no_setting_sets_the_memory_of_a_diagnosis(metrics, config, form):
    inputs = form(metrics, config)

    assert peak_of(lambda: answer(inputs)) < MOST_BYTES


def test_the_request_of_278_bytes_is_answered_with_a_figure():
    metrics = {"step": [*range(19), 200_000_000], "train_loss_step": list(range(20))}

    drawing, _ = answer(as_body(metrics, {"n_train": 1000, "batch_size": 10}))
    assert drawing.startswith("<svg")
