"""Memory of the accelerator."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

DEVICE_MEMORY = "accelerator-memory-error"

MEMORY: tuple[Signature, ...] = (
    signature(
        "cuda-out-of-memory",
        "out of memory",
        r"\b(?:cuda|hip|mps backend|xpu|npu|gpu)\b.{0,40}out of memory",
        "the device had no memory left for an allocation",
        action=(
            "Halve the micro-batch and double the accumulation steps; if it still fails, look at "
            "what else holds the device's memory."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="PyTorch 0.4",
    ),
    signature(
        "out-of-memory-error",
        "outofmemoryerror",
        r"OutOfMemoryError",
        "the device had no memory left for an allocation",
        action=(
            "Halve the micro-batch and double the accumulation steps; if it still fails, look at "
            "what else holds the device's memory."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="PyTorch 1.13",
    ),
    signature(
        "tensorflow-oom",
        "oom when allocating",
        r"OOM when allocating tensor with shape",
        "TensorFlow could not allocate a tensor on the device",
        action=(
            "Use a smaller batch or smaller inputs, and let memory grow as needed instead of "
            "taking all at the start."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="TensorFlow 1",
    ),
    signature(
        "xla-resource-exhausted",
        "resource_exhausted",
        r"RESOURCE_EXHAUSTED.{0,80}(?:out of memory|allocat|hbm)",
        "the compiler or runtime ran out of device memory",
        action="Use a smaller batch, recompute activations, or shard the arrays over more devices.",
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="JAX 0.2",
    ),
    signature(
        "no-executable-batch-size",
        "no executable batch size",
        r"No executable batch size found, reached zero",
        "not even a batch of one fits: the model itself is too large for the device",
        action=(
            "Train fewer parameters, use a smaller model or precision, or shard it over devices."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="Accelerate 0.9",
    ),
    signature(
        "cublas-allocation",
        "cublas_status_alloc_failed",
        r"CUBLAS_STATUS_ALLOC_FAILED",
        "cuBLAS found no memory for its workspace, usually because the device is full",
        action=(
            "Free memory of the device first: smaller batch, or end the other process that holds "
            "it."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="CUDA 8",
        strength=0.8,
    ),
    signature(
        "cuda-error-2",
        "cudaerrormemoryallocation",
        r"cudaErrorMemoryAllocation",
        "the device had no memory left for an allocation",
        action="Halve the batch, and look with nvidia-smi for other processes on the device.",
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="CUDA 8",
    ),
    signature(
        "bfc-allocator",
        "ran out of memory trying to allocate",
        r"ran out of memory trying to allocate",
        "TensorFlow's allocator found no block on the device that is large enough",
        action=(
            "Use a smaller batch or smaller inputs, and let memory grow as needed instead "
            "of taking all at the start."
        ),
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="TensorFlow 1",
        strength=0.8,
    ),
    signature(
        "expandable-segments",
        ("expandable_segments", "max_split_size_mb"),
        r"PYTORCH_(?:CUDA_)?ALLOC_CONF=expandable_segments|setting max_split_size_mb to "
        r"avoid fragmentation",
        "PyTorch advises another setting of its allocator, which helps only against fragmentation",
        action=(
            "Compare reserved with allocated memory in the message: try the setting only "
            "if much is reserved but not allocated."
        ),
        role="advice",
        entry="memory-fragmentation",
        since="PyTorch 1.10",
        ends_run=False,
    ),
)
