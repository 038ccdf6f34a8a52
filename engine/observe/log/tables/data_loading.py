"""Workers, samples and loaders. Texts of PyTorch 2 and Lightning 2."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

DIED = "log-worker-died"
WARNING = "log-loader-warning"
SHAPE = "log-shape-error"
LABELS = "log-no-usable-labels"

DATA_LOADING: tuple[Signature, ...] = (
    signature(
        "worker-exited",
        "dataloader worker",
        r"DataLoader worker \(pids?(?:\(s\))?:? ?[\d, ]{1,200}\) exited unexpectedly",
        DIED,
        "a data worker crashed; with no workers the error itself shows",
    ),
    signature(
        "worker-killed",
        "dataloader worker",
        r"DataLoader worker \(pid:? ?\d{1,9}\) is killed by signal",
        DIED,
        "a data worker was ended by a signal",
    ),
    signature(
        "worker-exited-short",
        ("worker", "dataloader"),
        r"\b(?:data ?loader|data) workers?\b.{0,60}\b(?:exited unexpectedly|killed|died|crashed)",
        DIED,
        "a data worker died",
        strength=0.9,
    ),
    signature(
        "shared-memory",
        ("insufficient shared memory", "bus error"),
        r"insufficient shared memory \(shm\)|\bBus error\b",
        DIED,
        "the shared memory through which workers hand over batches is full",
    ),
    signature(
        "worker-segfault",
        "segmentation fault",
        r"Segmentation fault",
        DIED,
        "native code in the process crashed",
        strength=0.7,
    ),
    signature(
        "too-many-files",
        "too many open files",
        r"Too many open files",
        DIED,
        "each batch in flight holds file descriptors, and their limit was reached",
        strength=0.8,
    ),
    signature(
        "cuda-in-fork",
        "re-initialize cuda in forked",
        r"Cannot re-initialize CUDA in forked subprocess",
        DIED,
        "a forked worker touched the device",
    ),
    signature(
        "caught-in-worker",
        "in dataloader worker process",
        r"Caught \w{1,60} in DataLoader worker process",
        DIED,
        "a sample raised an error inside a data worker",
        strength=0.7,
    ),
    signature(
        "unpicklable-worker",
        "pickle",
        r"(?:can't|cannot) pickle|AttributeError: Can't get attribute",
        DIED,
        "the data set cannot be sent to a worker process",
        strength=0.6,
    ),
    signature(
        "too-many-workers",
        "worker processes in total",
        r"This DataLoader will create \d{1,5} worker processes in total",
        WARNING,
        "more workers than processor cores were asked for",
        strength=0.8,
    ),
    signature(
        "few-workers",
        "does not have many workers",
        r"does not have many workers which may be a bottleneck",
        WARNING,
        "loading may be the bottleneck: the loader has few workers",
        strength=0.6,
    ),
    signature(
        "input-slower",
        "your input ran out of data",
        r"Your input ran out of data",
        WARNING,
        "the data pipeline ended before the epoch did",
        strength=0.8,
    ),
    signature(
        "input-bottleneck",
        ("input-bound", "waiting for", "waiting on"),
        r"(?:critically|highly) input-bound|waiting (?:for|on) (?:the )?(?:data ?loader|input)",
        WARNING,
        "the profiler finds that steps wait for data",
    ),
    signature(
        "few-batches",
        "number of training batches",
        r"number of training batches \(\d{1,9}\) is smaller than the logging interval",
        WARNING,
        "the loader gives very few batches for each epoch",
        strength=0.55,
    ),
    signature(
        "no-batches",
        ("no training batches", "zero training batches", "length 0"),
        r"No training batches|DataLoader returned 0 length|num_samples should be a positive",
        LABELS,
        "the loader gave no batch at all",
    ),
    signature(
        "ragged-samples",
        "equal size",
        r"(?:stack expects each tensor|"
        r"each element in list of batch should be) (?:to be )?(?:of )?equal size",
        SHAPE,
        "the samples of one batch have different sizes",
    ),
    signature(
        "collate-type",
        "default_collate",
        r"default_collate: batch must contain",
        SHAPE,
        "a sample holds a type that cannot be stacked into a batch",
    ),
    signature(
        "loader-advice",
        ("max number of worker", "persistent_workers", "pin_memory", "sampler has shuffling"),
        r"suggested max number of workers? in current system|setting .?persistent_workers=True|"
        r"pin_memory' argument is set as true|sampler has shuffling enabled",
        WARNING,
        "the loader's settings do not fit the machine or the task",
        strength=0.6,
    ),
)
