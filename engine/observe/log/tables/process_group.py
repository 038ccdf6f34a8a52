"""Models that are spread over processes."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

UNUSED = "log-unused-parameters"
TIMEOUT = "log-collective-timeout"
SHAPE = "log-shape-error"
TYPE = "log-type-error"
DEVICE = "log-device-error"

PROCESS_GROUP: tuple[Signature, ...] = (
    signature(
        "unfinished-reduction",
        ("finished reduction in the prior iteration", "not used in producing"),
        r"parameters that were not used in producing|"
        r"Expected to have finished reduction in the prior iteration",
        "some parameters take no part in the loss of a step",
        action=(
            "Name the unused parameters (the indices follow the order of named_parameters), and "
            "use or freeze them."
        ),
        symptom=UNUSED,
        entry="unused-parameters-ddp",
        since="PyTorch 1.1",
    ),
    signature(
        "no-grad-for-rank",
        "did not receive grad for rank",
        r"did not receive grad for rank",
        "some parameters take no part in the loss of a step",
        action="Use or freeze the parameters that are listed, or set find_unused_parameters=True.",
        symptom=UNUSED,
        entry="unused-parameters-ddp",
        since="PyTorch 1.9",
    ),
    signature(
        "marked-twice",
        "marked as ready twice",
        r"mark(?:ed)? (?:a )?(?:variable|parameter)? ?.{0,60}ready (?:twice|only once)|"
        r"marked as ready twice",
        "a parameter is reduced twice in one step",
        action=(
            "Call the wrapped module once a step; with checkpointing use use_reentrant=False or a"
            " static graph."
        ),
        symptom=UNUSED,
        entry="unused-parameters-ddp",
        since="PyTorch 1.1",
        strength=0.7,
    ),
    signature(
        "find-unused-warning",
        "find_unused_parameters=true",
        r"find_unused_parameters=True was specified .{0,80}but did not find any unused",
        "looking for unused parameters costs time and found none",
        action="Set find_unused_parameters=False.",
        symptom=UNUSED,
        role="advice",
        entry="unused-parameters-ddp",
        since="PyTorch 1.8",
        strength=0.2,
        ends_run=False,
    ),
    signature(
        "group-not-initialized",
        "default process group has not been initialized",
        r"Default process group has not been initialized",
        "a collective operation was called before the processes were joined",
        action="Call init_process_group first, or start the program with torchrun.",
        symptom=TIMEOUT,
        since="PyTorch 1.0",
        strength=0.55,
    ),
    signature(
        "ddp-shapes",
        ("appears not to match", "ddp expects same model"),
        r"appears not to match (?:sizes of the same param|strides of the same param)|DDP "
        r"expects same model across all ranks",
        "the ranks built different models",
        action="Build the model from the same configuration, vocabulary and seed on every rank.",
        symptom=SHAPE,
        entry="rank-divergence",
        since="PyTorch 1.9",
    ),
    signature(
        "fsdp-uniform",
        "must flatten tensors with uniform",
        r"Must flatten tensors with uniform (?:dtype|requires_grad|`requires_grad`)",
        "one wrapped block holds parameters of several number types, or frozen and "
        "free ones together",
        action="Convert the model to one number type before wrapping, or set use_orig_params=True.",
        symptom=TYPE,
        since="PyTorch 1.12",
    ),
    signature(
        "batch-related-parameters",
        "check batch related parameters",
        r"Check batch related parameters",
        "the batch sizes in the DeepSpeed configuration contradict one another",
        action=(
            "Make train_batch_size the product of micro-batch, accumulation steps and "
            "number of devices, or leave one out."
        ),
        since="DeepSpeed 0.3",
    ),
    signature(
        "quantized-wrong-device",
        "in 8-bit or 4-bit precision",
        r"You can't train a model that has been loaded in 8-bit or 4-bit precision",
        "a quantized model lies on another device than the one that trains",
        action="Give each process the device map {'': local_rank}, or start a single process.",
        symptom=DEVICE,
        since="Accelerate 0.20",
    ),
)
