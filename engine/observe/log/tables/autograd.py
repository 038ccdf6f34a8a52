"""Gradients that do not flow, graphs that are used twice, schedules out of order."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

NO_GRADIENT = "log-no-gradient"
GRAPH = "log-graph-reuse"
ORDER = "log-scheduler-order"

AUTOGRAD: tuple[Signature, ...] = (
    signature(
        "no-grad-fn",
        ("does not require grad", "does not have a grad_fn"),
        r"One of the differentiated Tensors does not require grad|does not have a grad_fn|"
        r"does not require grad and does not have a grad_fn",
        "the loss depends on no trainable parameter",
        action="Find where the graph is cut: detach, no_grad, numpy, argmax, or frozen parameters.",
        symptom=NO_GRADIENT,
        entry="detached-graph",
        since="PyTorch 0.4",
    ),
    signature(
        "empty-parameters",
        ("empty parameter list", "no parameters"),
        r"optimizer got an empty parameter list|no (?:trainable )?parameters? (?:to "
        r"optimize|require)",
        "the optimizer was given nothing to train",
        action=(
            "Print the parameters that require a gradient, and build the optimizer after the "
            "layers."
        ),
        symptom=NO_GRADIENT,
        entry="frozen-parameters",
        since="PyTorch 0.4",
    ),
    signature(
        "none-requires-grad",
        "requires_grad=true",
        r"None of the inputs have requires_grad=True",
        "a checkpointed block gets inputs without gradient, so its parameters learn nothing",
        action="Call enable_input_require_grads, or use checkpointing with use_reentrant=False.",
        symptom=NO_GRADIENT,
        entry="gradient-checkpointing-no-grad",
        since="PyTorch 1.4",
        ends_run=False,
    ),
    signature(
        "no-gradients-provided",
        "gradients",
        r"No gradients provided for any variable|Gradients do not exist for variables",
        "no gradient reaches some or all variables",
        action=(
            "Compute the loss inside the tape from the model's output, with differentiable "
            "operations only."
        ),
        symptom=NO_GRADIENT,
        entry="detached-graph",
        since="TensorFlow 2",
        ends_run=False,
    ),
    signature(
        "zero-trainable",
        "trainable",
        r"(?<!non-)trainable params:? 0(?![.,\d])|\b0 trainable param",
        "the model has no trainable parameter",
        action="Unfreeze the layers that shall learn, and check the names of the target modules.",
        symptom=NO_GRADIENT,
        entry="frozen-parameters",
        since="PEFT, Keras, Lightning",
        ends_run=False,
    ),
    signature(
        "inplace",
        "inplace operation",
        r"modified by an inplace operation",
        "a value that backward needs was overwritten",
        action=(
            "Turn on anomaly detection to find the operation, and replace it by one that writes a"
            " new tensor."
        ),
        symptom=GRAPH,
        entry="detached-graph",
        since="PyTorch 0.4",
    ),
    signature(
        "second-backward",
        "a second time",
        r"backward through the graph a second time",
        "a graph is used for backward twice, often a hidden state carried over without detaching",
        action=(
            "Detach the hidden state between steps, or compute the loss anew before each backward."
        ),
        symptom=GRAPH,
        entry="detached-graph",
        since="PyTorch 1.0",
    ),
    signature(
        "freed-buffers",
        "have already been freed",
        r"saved (?:intermediate )?(?:values|tensors) .{0,60}have already been freed",
        "a graph is used for backward twice",
        action="Detach what is carried over between steps; retain_graph=True only hides this.",
        symptom=GRAPH,
        entry="detached-graph",
        since="PyTorch 0.4",
    ),
    signature(
        "scheduler-order",
        "lr_scheduler.step()",
        r"lr_scheduler\.step\(\).{0,10} before .{0,3}optimizer\.step\(\)",
        "the schedule advances before the optimizer",
        action=(
            "Call optimizer.step() before scheduler.step(); a step that a scaler skipped gives "
            "this too."
        ),
        symptom=ORDER,
        entry="bad-lr-schedule",
        since="PyTorch 1.1",
        strength=0.9,
        ends_run=False,
    ),
    signature(
        "scheduler-epoch",
        "scheduler.step",
        r"epoch parameter in `?scheduler\.step\(\)`? was not necessary",
        "the schedule is driven in an outdated way",
        action="Call scheduler.step() without an argument.",
        symptom=ORDER,
        role="advice",
        entry="bad-lr-schedule",
        since="PyTorch 1.4",
        strength=0.55,
        ends_run=False,
    ),
    signature(
        "scheduler-skips",
        ("first value of the learning rate schedule", "overridden after learning rate scheduler"),
        r"skipping the first value of the learning rate schedule|overridden after learning rate "
        r"scheduler",
        "the schedule advances before the optimizer",
        action="Call optimizer.step() before scheduler.step().",
        symptom=ORDER,
        entry="bad-lr-schedule",
        since="PyTorch 1.1",
        strength=0.8,
        ends_run=False,
    ),
    signature(
        "version-counter",
        ("expected version", "leaf variable"),
        r"is at version \d{1,9}; expected version|leaf Variable that requires grad "
        r".{0,40}in-?place",
        "a value that backward needs was overwritten",
        action=(
            "Replace the operation in place by one that writes a new tensor; change parameters "
            "only under no_grad."
        ),
        symptom=GRAPH,
        entry="detached-graph",
        since="PyTorch 1.0",
    ),
    signature(
        "training-step-none",
        "`training_step` returned `none`",
        r"`training_step` returned `None`",
        "a step gave no loss, so nothing was learned from it",
        action="Return the loss from training_step; skip batches in the data instead.",
        symptom=NO_GRADIENT,
        entry="detached-graph",
        since="Lightning 1",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "no-optimizer",
        ("`configure_optimizers` returned `none`", "configure_optimizers` returned"),
        r"`?(?:LightningModule\.)?configure_optimizers`? returned `None`",
        "no optimizer was made, so no parameter changes",
        action="Return the optimizer from configure_optimizers.",
        symptom=NO_GRADIENT,
        entry="frozen-parameters",
        since="Lightning 1",
        ends_run=False,
    ),
    signature(
        "keras-no-weights",
        "does not have any trainable weights",
        r"model does not have any trainable weights",
        "the model has nothing to train",
        action="Set trainable to True on the layers that shall learn, and compile again.",
        symptom=NO_GRADIENT,
        entry="frozen-parameters",
        since="Keras 3",
        ends_run=False,
    ),
    signature(
        "quantized-finetune",
        "purely quantized models",
        r"cannot perform fine-tuning on purely quantized models",
        "weights of 4 or 8 bits cannot be trained themselves",
        action="Add adapters (LoRA) to the quantized model, or load it in full precision.",
        symptom=NO_GRADIENT,
        entry="adapter-misconfiguration",
        since="Transformers 4.30",
    ),
    signature(
        "target-modules",
        ("not found in the base model", "please specify `target_modules`"),
        r"Target modules .{1,300} not found in the base model|Please specify `target_modules`",
        "the adapter names layers that the model does not have",
        action=(
            "Print named_modules and take the names of its linear layers, or set "
            "target_modules to all-linear."
        ),
        symptom=NO_GRADIENT,
        entry="adapter-misconfiguration",
        since="PEFT 0.3",
    ),
    signature(
        "cache-with-checkpointing",
        "incompatible with gradient checkpointing",
        r"`?use_cache=True`? is incompatible with gradient checkpointing",
        "caching was turned off, since it does not go with gradient checkpointing",
        action="Nothing to do; set use_cache=False to silence it.",
        role="noise",
        kind="tool-did-so",
        since="Transformers 4",
        ends_run=False,
    ),
    signature(
        "reentrant-warning",
        "use_reentrant parameter should be passed explicitly",
        r"use_reentrant parameter should be passed explicitly",
        "PyTorch asks which kind of checkpointing is meant",
        action="Pass use_reentrant=False.",
        role="advice",
        kind="tool-did-so",
        since="PyTorch 2.1",
        ends_run=False,
    ),
)
