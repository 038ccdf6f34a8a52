"""Values that are not finite."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

NOT_FINITE = "log-reports-non-finite"

NON_FINITE: tuple[Signature, ...] = (
    signature(
        "anomaly-nan",
        "returned nan values",
        r"returned nan values in its \d{1,3}th output",
        "anomaly detection names the first operation whose gradient is NaN",
        action=(
            "Look at the forward line that the trace names: a root, logarithm, division or norm "
            "at zero."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="PyTorch 0.4",
    ),
    signature(
        "norm-non-finite",
        ("non-finite", "nonfinite"),
        r"total norm of order .{1,80} is non-?finite|non-?finite (?:loss|gradients?|grad "
        r"norm)|(?:loss|"
        r"gradients?|grad norm) (?:is|are|was|were|became) non-?finite",
        "the gradient or the loss is not finite",
        action=(
            "Find the first step with a non-finite loss, and replay that batch with anomaly "
            "detection."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="PyTorch 1.8",
    ),
    signature(
        "lightning-nan-loss",
        "the loss returned in",
        r"The loss returned in .{1,3}training_step.{1,3} is (?:nan|inf)",
        "the loss became NaN or infinite",
        action="Replay the batch of that step with detect_anomaly=True.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Lightning 1",
    ),
    signature(
        "monitored-not-finite",
        "is not finite",
        r"is not finite",
        "a monitored value is not finite",
        action=(
            "Find the first step with a non-finite loss, and replay that batch with anomaly "
            "detection."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Lightning 1",
    ),
    signature(
        "invalid-loss",
        "invalid loss",
        r"Batch \d{1,12}: Invalid loss, terminating training",
        "Keras ended the run because the loss was NaN or infinite",
        action=(
            "Look at that batch for missing values, lower the learning rate, and clip gradients."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Keras 2",
    ),
    signature(
        "check-numerics",
        ("had nan", "had inf", "checknumerics", "inf or nan"),
        r"Tensor had (?:NaN|Inf)|CheckNumerics|detected Inf or NaN",
        "TensorFlow's check found NaN or infinity in a tensor",
        action="Look at the operation that is named, and at its inputs in that step.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="TensorFlow 1",
    ),
    signature(
        "loss-became-nan",
        (
            "loss became",
            "loss is",
            "loss was",
            "loss turned",
            "loss went",
            "nan loss",
            "nan grad",
            "inf loss",
            "inf grad",
            "nan detected",
            "nan encountered",
            "nan found",
            "found nan",
            "detected nan",
            "encountered nan",
            "found inf",
            "detected inf",
            "encountered inf",
            "nan or inf",
            "inf or nan",
            "infinite or nan",
        ),
        r"\bloss (?:became|is|was|turned|went)(?: to)? (?:nan|inf)\w{0,6}\b|(?:nan|inf) "
        r"(?:loss|gradient|"
        r"grad)s? (?:detected|encountered|found)|(?:detected|encountered|found) (?:nan|inf)(?:/inf|"
        r" or inf)? (?:in |loss|grad)|loss is nan|Loss became infinite or NaN|\bnan or inf\b|"
        r"\binf(?:inite)? or nan\b",
        "the program itself found a NaN or infinite value",
        action=(
            "Find the first step with a non-finite value, and replay that batch with anomaly "
            "detection."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        prose=False,
        ends_run=False,
    ),
    signature(
        "megatron-nan",
        "nan iterations",
        r"nan iterations:\s{1,9}[1-9]",
        "iterations were skipped because of NaN",
        action="Find the iteration of the first one and look at the gradient norm before it.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Megatron-LM 2",
        ends_run=False,
    ),
    signature(
        "probability-tensor",
        "probability tensor contains",
        r"probability tensor contains either",
        "sampling got NaN probabilities",
        action="Check the logits before sampling for NaN; half precision is the usual reason.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="PyTorch 1.0",
    ),
    signature(
        "jax-nan",
        ("invalid value (nan) encountered", "invalid value (inf) encountered"),
        r"FloatingPointError: invalid value \((?:nan|inf)\) encountered",
        "JAX found NaN or infinity in the output of an operation",
        action="Look at the operation that is named, and run it outside jit with the same inputs.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="JAX 0.1",
    ),
    signature(
        "megatron-nan-norm",
        ("found nan in local", "rerun_state_machine"),
        r"found NaN in local (?:grad norm|forward loss calculation)|Unexpected result "
        r"(?:nan|inf)\b",
        "Megatron found NaN in the gradient or the loss of one rank",
        action=(
            "Note the rank and the iteration; replay that iteration, and check the device "
            "if it does not come again."
        ),
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Megatron-LM 2",
    ),
    signature(
        "trainer-loss-nan",
        ("'loss': nan", '"loss": nan', "'loss': 'nan"),
        r"""['"]loss['"]: ['"]?nan\b""",
        "the trainer reports NaN for the loss",
        action="Find the first step with it, and replay that batch in 32 bits.",
        symptom=NOT_FINITE,
        entry="nan-loss",
        since="Transformers 4",
        ends_run=False,
    ),
)
