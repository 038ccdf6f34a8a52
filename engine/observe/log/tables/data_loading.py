"""Data loaders and their workers."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

WORKER_DIED = "log-worker-died"
LOADER = "log-loader-warning"

DATA_LOADING: tuple[Signature, ...] = (
    signature(
        "worker-exited",
        "dataloader worker",
        r"DataLoader worker \(pids?(?:\(s\))?:? ?[\d, ]{1,200}\) exited unexpectedly",
        "a data worker crashed; with no workers the error itself shows",
        action="Set num_workers=0 and run again: the error of the worker itself then shows.",
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        since="PyTorch 1.0",
    ),
    signature(
        "worker-killed",
        "dataloader worker",
        r"DataLoader worker \(pid:? ?\d{1,9}\) is killed by signal",
        "a data worker was ended by a signal",
        action=(
            "Set num_workers=0 and run again; if it then runs, look at shared memory and at the "
            "host's memory."
        ),
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        since="PyTorch 1.0",
    ),
    signature(
        "worker-exited-short",
        ("data worker", "dataloader worker", "data loader worker"),
        r"\b(?:data ?loader|data) workers?\b.{0,60}\b(?:exited unexpectedly|killed|died|crashed)",
        "a data worker died",
        action="Set num_workers=0 and run again: the error of the worker itself then shows.",
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        strength=0.9,
    ),
    signature(
        "shared-memory",
        ("insufficient shared memory", "bus error"),
        r"insufficient shared memory \(shm\)|\bBus error\b",
        "the shared memory through which workers hand over batches is full",
        action=(
            "Give the container more shared memory (docker run --shm-size or --ipc=host), or use "
            "fewer workers."
        ),
        symptom=WORKER_DIED,
        kind="environment",
        entry="dataloader-crash",
        since="PyTorch 0.4",
    ),
    signature(
        "worker-segfault",
        "segmentation fault",
        r"Segmentation fault",
        "native code in the process crashed",
        action=(
            "Run with python -X faulthandler to see which call of native code crashed, and check "
            "that the packages fit one another."
        ),
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        since="Linux",
        strength=0.7,
    ),
    signature(
        "too-many-files",
        "too many open files",
        r"Too many open files",
        "each batch in flight holds file descriptors, and their limit was reached",
        action=(
            "Raise the limit (ulimit -n), or set the sharing strategy of torch.multiprocessing to"
            " file_system."
        ),
        symptom=WORKER_DIED,
        kind="environment",
        entry="dataloader-crash",
        since="Linux",
        strength=0.8,
    ),
    signature(
        "cuda-in-fork",
        "re-initialize cuda in forked",
        r"Cannot re-initialize CUDA in forked subprocess",
        "a forked worker touched the device",
        action=(
            "Keep CUDA calls out of the data set and the main module, or start workers by spawn."
        ),
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        since="PyTorch 0.3",
    ),
    signature(
        "unpicklable-worker",
        "pickle",
        r"(?:can't|cannot) pickle|AttributeError: Can't get attribute",
        "the data set cannot be sent to a worker process",
        action=(
            "Define the data set and its transforms at the top of a module, without lambdas and "
            "open files."
        ),
        symptom=WORKER_DIED,
        entry="dataloader-crash",
        since="Python 3",
        strength=0.6,
    ),
    signature(
        "too-many-workers",
        "worker processes in total",
        r"This DataLoader will create \d{1,5} worker processes in total",
        "more workers than processor cores were asked for",
        action="Set num_workers to at most the number of cores that the job was given.",
        symptom=LOADER,
        role="advice",
        kind="environment",
        entry="input-bottleneck",
        since="PyTorch 1.7",
        strength=0.8,
        ends_run=False,
    ),
    signature(
        "few-workers",
        "does not have many workers",
        r"does not have many workers which may be a bottleneck",
        "loading may be the bottleneck: the loader has few workers",
        action="Raise num_workers if the device waits for data; ignore this if it does not.",
        symptom=LOADER,
        role="advice",
        entry="input-bottleneck",
        since="Lightning 1",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "input-bottleneck",
        ("input-bound", "waiting for", "waiting on"),
        r"(?:critically|highly) input-bound|waiting (?:for|on) (?:the )?(?:data ?loader|input)",
        "the profiler finds that steps wait for data",
        action="Load data in parallel, prefetch, and cache what is computed for every epoch again.",
        symptom=LOADER,
        entry="input-bottleneck",
        since="TensorFlow 2",
        ends_run=False,
    ),
    signature(
        "loader-advice",
        ("max number of worker", "persistent_workers", "pin_memory", "sampler has shuffling"),
        r"suggested max number of workers? in current system|setting .?persistent_workers=True|"
        r"pin_memory' argument is set as true|sampler has shuffling enabled",
        "the loader's settings do not fit the machine or the task",
        action="Change the setting only if steps wait for data.",
        symptom=LOADER,
        role="advice",
        entry="input-bottleneck",
        since="PyTorch 1.7, Lightning 1",
        strength=0.6,
        ends_run=False,
    ),
    signature(
        "shm-open",
        ("unable to open shared memory object", "torch_shm_manager"),
        r"unable to open shared memory object|torch_shm_manager.{0,80}(?:error|failed|timed out)",
        "a worker could not hand over its batch through shared memory",
        action=(
            "Give the container more shared memory or raise the limit of open files; or "
            "set num_workers=0."
        ),
        symptom=WORKER_DIED,
        kind="environment",
        entry="dataloader-crash",
        since="PyTorch 1.0",
    ),
    signature(
        "loader-timeout",
        "dataloader timed out",
        r"DataLoader timed out after \d{1,9}",
        "no data worker gave a batch within the time that was set",
        action=(
            "Set num_workers=0 and time one sample; look for a lock, a slow disk or a "
            "network mount."
        ),
        symptom=WORKER_DIED,
        entry="input-bottleneck",
        since="PyTorch 1.0",
    ),
)
