"""Memory of the accelerator and of the host. Texts of PyTorch 2, TensorFlow 2, JAX, Accelerate,
Slurm, Kubernetes.
"""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

DEVICE = "accelerator-memory-error"
HOST = "host-process-killed"

MEMORY: tuple[Signature, ...] = (
    signature(
        "cuda-out-of-memory",
        "out of memory",
        r"\b(?:cuda|hip|mps backend|xpu|npu|gpu)\b.{0,40}out of memory",
        DEVICE,
        "the device had no memory left for an allocation",
    ),
    signature(
        "out-of-memory-error",
        "outofmemoryerror",
        r"OutOfMemoryError",
        DEVICE,
        "the device had no memory left for an allocation",
    ),
    signature(
        "tensorflow-oom",
        "oom when allocating",
        r"OOM when allocating tensor with shape",
        DEVICE,
        "TensorFlow could not allocate a tensor on the device",
    ),
    signature(
        "xla-resource-exhausted",
        "resource_exhausted",
        r"RESOURCE_EXHAUSTED.{0,80}(?:out of memory|allocat|hbm)",
        DEVICE,
        "the compiler or runtime ran out of device memory",
    ),
    signature(
        "no-executable-batch-size",
        "no executable batch size",
        r"No executable batch size found, reached zero",
        DEVICE,
        "not even a batch of one fits: the model itself is too large for the device",
    ),
    signature(
        "cublas-allocation",
        "cublas_status_alloc_failed",
        r"CUBLAS_STATUS_ALLOC_FAILED",
        DEVICE,
        "cuBLAS found no memory for its workspace, usually because the device is full",
        strength=0.8,
    ),
    signature(
        "cuda-error-2",
        "cudaerrormemoryallocation",
        r"cudaErrorMemoryAllocation",
        DEVICE,
        "the device had no memory left for an allocation",
    ),
    signature(
        "cpu-allocator",
        "defaultcpuallocator",
        r"DefaultCPUAllocator: (?:can't|not enough)",
        HOST,
        "the host had no memory left for an allocation",
    ),
    signature(
        "numpy-allocation",
        "unable to allocate",
        r"(?:MemoryError|ArrayMemoryError).{0,40}Unable to allocate",
        HOST,
        "the host had no memory left for an array",
    ),
    signature(
        "oom-killer",
        ("oom-kill", "oom kill", "oomkilled", "out_of_memory", "oom_kill"),
        r"\boom[-_ ]?kill(?:ed|er)?\b|\boom_kill event|State=OUT_OF_MEMORY",
        HOST,
        "the system ended the process because memory was full",
    ),
    signature(
        "killed-process",
        "killed process",
        r"\bKilled process \d{1,9}",
        HOST,
        "the kernel ended the process to free memory",
    ),
    signature(
        "exit-137",
        ("137", "sigkill", "signal 9"),
        r"exit(?:ed)?(?: with)?(?: code| status)?[: ]+137\b|signal 9 \(SIGKILL\)|Signals\.SIGKILL|"
        r"exitcode: -9\b|terminated by signal 9|died with .{0,20}SIGKILL",
        HOST,
        "the process was killed from outside, most often because memory was full",
    ),
    signature(
        "killed-alone",
        "killed",
        r"^\s*(?:\S{1,80}: line \d{1,6}: +\d{1,9} +)?Killed(?: +python.{0,200}+)?+\s*$",
        HOST,
        "the shell reports that the process was killed",
        strength=0.8,
    ),
    signature(
        "worker-killed-by-system",
        "killed by signal",
        r"is killed by signal: Killed",
        HOST,
        "the system killed a data worker, most often because memory was full",
    ),
    signature(
        "python-memory-error",
        "memoryerror",
        r"\bMemoryError\b",
        HOST,
        "the host had no memory left for an allocation",
        strength=0.8,
    ),
    signature(
        "all-ram-used",
        "available ram",
        r"using all available RAM",
        HOST,
        "the session ended because it used all memory",
    ),
)
