"""Gradients, precision, schedulers, non-finite values. Texts of PyTorch 2, Apex, DeepSpeed,
fairseq, Keras, Lightning 2."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

NON_FINITE = "log-reports-non-finite"
OVERFLOW = "log-gradient-overflow"
NO_GRADIENT = "log-no-gradient"
GRAPH = "log-graph-reuse"

AUTOGRAD: tuple[Signature, ...] = (
    signature(
        "no-grad-fn",
        ("does not require grad", "does not have a grad_fn"),
        r"One of the differentiated Tensors does not require grad|does not have a grad_fn|"
        r"does not require grad and does not have a grad_fn",
        NO_GRADIENT,
        "the loss depends on no trainable parameter",
    ),
    signature(
        "empty-parameters",
        ("empty parameter list", "no parameters"),
        r"optimizer got an empty parameter list|no (?:trainable )?parameters? (?:to "
        r"optimize|require)",
        NO_GRADIENT,
        "the optimizer was given nothing to train",
    ),
    signature(
        "none-requires-grad",
        "requires_grad=true",
        r"None of the inputs have requires_grad=True",
        NO_GRADIENT,
        "a checkpointed block gets inputs without gradient, so its parameters learn nothing",
    ),
    signature(
        "no-gradients-provided",
        "gradients",
        r"No gradients provided for any variable|Gradients do not exist for variables",
        NO_GRADIENT,
        "no gradient reaches some or all variables",
    ),
    signature(
        "zero-trainable",
        "trainable",
        r"(?<!non-)trainable params:? 0(?![.,\d])|\b0 trainable param",
        NO_GRADIENT,
        "the model has no trainable parameter",
    ),
    signature(
        "inplace",
        "inplace operation",
        r"modified by an inplace operation",
        GRAPH,
        "a value that backward needs was overwritten",
    ),
    signature(
        "second-backward",
        "a second time",
        r"backward through the graph a second time",
        GRAPH,
        "a graph is used for backward twice, often a hidden state carried over without detaching",
    ),
    signature(
        "freed-buffers",
        "have already been freed",
        r"saved (?:intermediate )?(?:values|tensors) .{0,60}have already been freed",
        GRAPH,
        "a graph is used for backward twice",
    ),
    signature(
        "anomaly-nan",
        "returned nan values",
        r"returned nan values in its \d{1,3}th output",
        NON_FINITE,
        "anomaly detection names the first operation whose gradient is NaN",
    ),
    signature(
        "norm-non-finite",
        ("non-finite", "nonfinite"),
        r"total norm of order .{1,80} is non-?finite|non-?finite (?:loss|gradients?|grad "
        r"norm)|(?:loss|"
        r"gradients?|grad norm) (?:is|are|was|were|became) non-?finite",
        NON_FINITE,
        "the gradient or the loss is not finite",
    ),
    signature(
        "lightning-nan-loss",
        "the loss returned in",
        r"The loss returned in .{1,3}training_step.{1,3} is (?:nan|inf)",
        NON_FINITE,
        "the loss became NaN or infinite",
    ),
    signature(
        "monitored-not-finite",
        "is not finite",
        r"is not finite",
        NON_FINITE,
        "a monitored value is not finite",
    ),
    signature(
        "invalid-loss",
        "invalid loss",
        r"Batch \d{1,12}: Invalid loss, terminating training",
        NON_FINITE,
        "Keras ended the run because the loss was NaN or infinite",
    ),
    signature(
        "check-numerics",
        ("had nan", "had inf", "checknumerics", "inf or nan"),
        r"Tensor had (?:NaN|Inf)|CheckNumerics|detected Inf or NaN",
        NON_FINITE,
        "TensorFlow's check found NaN or infinity in a tensor",
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
        NON_FINITE,
        "the program itself found a NaN or infinite value",
        prose=False,
    ),
    signature(
        "megatron-nan",
        "nan iterations",
        r"nan iterations:\s{1,9}[1-9]",
        NON_FINITE,
        "iterations were skipped because of NaN",
    ),
    signature(
        "probability-tensor",
        "probability tensor contains",
        r"probability tensor contains either",
        NON_FINITE,
        "sampling got NaN probabilities",
    ),
    signature(
        "bce-range",
        "between 0 and 1",
        r"all elements of (?:input|target) should be between 0 and 1|input_val >= 0 && "
        r"input_val <= 1|"
        r"only supports .{0,30}between 0 and 1",
        "log-softmax-warning",
        "binary cross-entropy got raw scores or NaN instead of probabilities",
    ),
    signature(
        "softmax-logits",
        "logits",
        r"does not represent logits|received `?from_logits=True`?.{0,120}(?:sigmoid|softmax)|"
        r"output .{0,60}(?:softmax|sigmoid) .{0,80}(?:expects|takes) logits|"
        r"softmax .{0,60}CrossEntropyLoss",
        "log-softmax-warning",
        "the output is normalized before a loss that normalizes it again",
    ),
    signature(
        "softmax-one-axis",
        "softmax over axis",
        r"softmax over axis .{0,40}(?:only one|one) element|You are using a softmax over axis",
        "log-softmax-warning",
        "softmax over a single value is always 1",
    ),
    signature(
        "softmax-implicit",
        "implicit dimension choice for",
        r"Implicit dimension choice for (?:log_)?softmax",
        "log-softmax-warning",
        "softmax guesses its axis",
        strength=0.6,
    ),
    signature(
        "gradient-overflow",
        "overflow",
        r"Gradient overflow|OVERFLOW! Rank|grad(?:ient)? overflow detected",
        OVERFLOW,
        "steps were skipped because half-precision gradients overflowed",
        usual=5,
    ),
    signature(
        "reducing-scale",
        "loss scale",
        r"reducing (?:the )?loss scale|Attempted loss scale",
        OVERFLOW,
        "the loss scale is lowered again and again",
        usual=5,
    ),
    signature(
        "scale-at-minimum",
        ("already at minimum", "minimum loss scale"),
        r"loss scale already at minimum|Minimum loss scale reached",
        OVERFLOW,
        "no loss scale is small enough: half precision cannot hold the gradients",
    ),
    signature(
        "megatron-skipped",
        "skipped iterations",
        r"skipped iterations:\s{1,9}[1-9]",
        OVERFLOW,
        "iterations were skipped because of overflow",
        usual=5,
    ),
    signature(
        "unscale-half",
        "attempting to unscale fp16",
        r"Attempting to unscale FP16 gradients",
        "log-type-error",
        "the model itself was loaded in half precision, where a scaler needs 32-bit weights",
    ),
    signature(
        "no-inf-checks",
        ("no inf checks", "unscale_()"),
        r"No inf checks were recorded|unscale_\(\) has already been called",
        NO_GRADIENT,
        "the scaler saw no gradient, or was called twice in a step",
        strength=0.6,
    ),
    signature(
        "scheduler-order",
        "lr_scheduler.step()",
        r"lr_scheduler\.step\(\).{0,10} before .{0,3}optimizer\.step\(\)",
        "log-scheduler-order",
        "the schedule advances before the optimizer",
        strength=0.9,
    ),
    signature(
        "scheduler-epoch",
        "scheduler.step",
        r"epoch parameter in `?scheduler\.step\(\)`? was not necessary",
        "log-scheduler-order",
        "the schedule is driven in an outdated way",
        strength=0.55,
    ),
    signature(
        "scheduler-skips",
        ("first value of the learning rate schedule", "overridden after learning rate scheduler"),
        r"skipping the first value of the learning rate schedule|overridden after learning rate "
        r"scheduler",
        "log-scheduler-order",
        "the schedule advances before the optimizer",
        strength=0.8,
    ),
    signature(
        "version-counter",
        ("expected version", "leaf variable"),
        r"is at version \d{1,9}; expected version|leaf Variable that requires grad "
        r".{0,40}in-?place",
        GRAPH,
        "a value that backward needs was overwritten",
    ),
)
