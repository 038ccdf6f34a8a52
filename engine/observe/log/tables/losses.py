"""Outputs that the loss does not take, and the scale of the loss in half precision."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

SOFTMAX = "log-softmax-warning"
OVERFLOW = "log-gradient-overflow"
TYPE = "log-type-error"
NO_GRADIENT = "log-no-gradient"

# A scaler that probes upward loses a step in each window; windows of 128 steps are in use, and a
# probe may take several halvings.
PROBING = 0.05

LOSSES: tuple[Signature, ...] = (
    signature(
        "bce-range",
        "between 0 and 1",
        r"all elements of (?:input|target) should be between 0 and 1|input_val >= 0 && "
        r"input_val <= 1|"
        r"only supports .{0,30}between 0 and 1",
        "binary cross-entropy got raw scores or NaN instead of probabilities",
        action=(
            "Use the loss with logits on raw outputs, or apply a sigmoid first; check the targets"
            " for values beyond 0 and 1."
        ),
        symptom=SOFTMAX,
        entry="wrong-output-activation",
        since="PyTorch 0.4",
    ),
    signature(
        "softmax-logits",
        "logits",
        r"does not represent logits|received `?from_logits=True`?.{0,120}(?:sigmoid|softmax)|"
        r"output .{0,60}(?:softmax|sigmoid) .{0,80}(?:expects|takes) logits|"
        r"softmax .{0,60}CrossEntropyLoss",
        "the output is normalized before a loss that normalizes it again",
        action="Drop the softmax of the output, or set from_logits to False.",
        symptom=SOFTMAX,
        entry="double-softmax",
        since="Keras 3, TensorFlow 2",
        ends_run=False,
    ),
    signature(
        "softmax-one-axis",
        "softmax over axis",
        r"softmax over axis .{0,40}(?:only one|one) element|You are using a softmax over axis",
        "softmax over a single value is always 1",
        action="Use a sigmoid for one output, or as many outputs as classes.",
        symptom=SOFTMAX,
        entry="wrong-output-activation",
        since="Keras 3",
        ends_run=False,
    ),
    signature(
        "softmax-implicit",
        "implicit dimension choice for",
        r"Implicit dimension choice for (?:log_)?softmax",
        "softmax guesses its axis",
        action="Name the axis of the classes: dim=1 or dim=-1.",
        symptom=SOFTMAX,
        role="advice",
        entry="wrong-axis-operation",
        since="PyTorch 0.3",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "gradient-overflow",
        "overflow",
        r"Gradient overflow|OVERFLOW! Rank|grad(?:ient)? overflow detected",
        "steps were skipped because half-precision gradients overflowed",
        action=(
            "Count them by steps: a few are how the scale is found; if the scale never comes "
            "back, use bfloat16."
        ),
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="Apex, DeepSpeed, fairseq",
        usual=5,
        usual_share=PROBING,
        ends_run=False,
    ),
    signature(
        "reducing-scale",
        "loss scale",
        r"reducing (?:the )?loss scale|Attempted loss scale",
        "the loss scale is lowered again and again",
        action=(
            "Count them by steps: a few are how the scale is found; if the scale never comes "
            "back, use bfloat16."
        ),
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="Apex, DeepSpeed",
        usual=5,
        usual_share=PROBING,
        ends_run=False,
    ),
    signature(
        "scale-at-minimum",
        ("already at minimum", "minimum loss scale"),
        r"loss scale already at minimum|Minimum loss scale reached",
        "no loss scale is small enough: half precision cannot hold the gradients",
        action="Train in bfloat16 or 32 bits, and find the first layer whose values overflow.",
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="DeepSpeed 0.8, fairseq",
    ),
    signature(
        "megatron-skipped",
        "skipped iterations",
        r"skipped iterations:\s{1,9}[1-9]",
        "iterations were skipped because of overflow",
        action=(
            "Count them by steps: a few are how the scale is found; if they go on, use bfloat16."
        ),
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="Megatron-LM 2",
        usual=5,
        usual_share=PROBING,
        ends_run=False,
    ),
    signature(
        "unscale-half",
        "attempting to unscale fp16",
        r"Attempting to unscale FP16 gradients",
        "the model itself was loaded in half precision, where a scaler needs 32-bit weights",
        action="Load the model in 32 bits and let autocast choose the number type.",
        symptom=TYPE,
        entry="optimizer-state-precision",
        since="PyTorch 1.6",
    ),
    signature(
        "no-inf-checks",
        ("no inf checks", "unscale_()"),
        r"No inf checks were recorded|unscale_\(\) has already been called",
        "the scaler saw no gradient, or was called twice in a step",
        action=(
            "Call unscale_ once a step, after backward; check that the parameters of the "
            "optimizer get gradients."
        ),
        symptom=NO_GRADIENT,
        entry="detached-graph",
        since="PyTorch 1.6",
        strength=0.6,
    ),
    signature(
        "trainer-norm-nan",
        (
            "'grad_norm': nan",
            '"grad_norm": nan',
            "'grad_norm': inf",
            '"grad_norm": inf',
            "'grad_norm': 'nan",
            "'grad_norm': 'inf",
        ),
        r"""['"]grad_norm['"]: ['"]?(?:nan|inf)\b""",
        "the norm of the gradient was not finite in some steps",
        action=(
            "Count them by steps: a few in half precision are how the scale is found; if "
            "they go on, use bfloat16."
        ),
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="Transformers 4",
        usual=5,
        usual_share=PROBING,
        ends_run=False,
    ),
    signature(
        "loss-scaler-skip",
        "ignoring gradient",
        r"gradient overflow detected, ignoring gradient",
        "a step was skipped because half-precision gradients overflowed",
        action=(
            "Count them by steps: a few are how the scale is found; if the scale never "
            "comes back, use bfloat16."
        ),
        symptom=OVERFLOW,
        entry="mixed-precision-overflow",
        since="fairseq 0.6",
        usual=5,
        usual_share=PROBING,
        ends_run=False,
    ),
)
