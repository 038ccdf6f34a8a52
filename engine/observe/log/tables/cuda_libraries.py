"""Libraries of the device that do not start, and programs that run without it."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

FAULT = "log-hardware-fault"
DEVICE_MEMORY = "accelerator-memory-error"
INSTALL = "log-installation-error"
DEVICE = "log-device-error"
TYPE = "log-type-error"

CUDA_LIBRARIES: tuple[Signature, ...] = (
    signature(
        "cudnn",
        "cudnn_status",
        r"CUDNN_STATUS_(?:EXECUTION_FAILED|INTERNAL_ERROR|MAPPING_ERROR)",
        "cuDNN failed on the device, often for lack of memory or by versions that do not fit",
        action=(
            "Try a smaller batch first; then check that cuDNN, CUDA and the framework's build fit."
        ),
        symptom=FAULT,
        entry="cuda-build-mismatch",
        since="cuDNN 7",
        strength=0.7,
    ),
    signature(
        "cudnn-algorithm",
        "cudnn algorithm",
        r"Unable to find a valid cuDNN algorithm",
        "cuDNN found no algorithm that fits, usually for lack of memory",
        action="Halve the batch; if it still fails, check the versions of cuDNN and CUDA.",
        symptom=DEVICE_MEMORY,
        entry="gpu-out-of-memory",
        since="PyTorch 1.5",
        strength=0.6,
    ),
    signature(
        "cublas-not-initialized",
        "cublas_status_not_initialized",
        r"CUBLAS_STATUS_NOT_INITIALIZED",
        "cuBLAS could not start: the device is full, or an earlier error broke the context",
        action="Check the device's memory first, then labels and indices, then the versions.",
        symptom=FAULT,
        entry="gpu-out-of-memory",
        since="CUDA 8",
        strength=0.55,
    ),
    signature(
        "cublas-failed",
        (
            "cublas_status_execution_failed",
            "cublas_status_internal_error",
            "cublas_status_invalid_value",
            "cublas_status_not_supported",
        ),
        r"CUBLAS_STATUS_(?:EXECUTION_FAILED|INTERNAL_ERROR|INVALID_VALUE|NOT_SUPPORTED)",
        "a matrix product failed on the device",
        action=(
            "Run with CUDA_LAUNCH_BLOCKING=1; an index out of range before it, or "
            "libraries that do not fit, are the usual reasons."
        ),
        symptom=FAULT,
        entry="device-side-assert",
        since="CUDA 8",
        strength=0.6,
    ),
    signature(
        "cudnn-handle",
        (
            "could not create cudnn handle",
            "dnn library is not found",
            "dnn library initialization failed",
            "cudnn failed to initialize",
        ),
        r"Could not create cudnn handle|DNN library (?:is not found|initialization "
        r"failed)|cuDNN failed to initialize",
        "cuDNN could not be loaded or started",
        action=(
            "Let memory grow as needed, then check that the version of cuDNN is the one "
            "that the build wants."
        ),
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="TensorFlow 1",
        strength=0.8,
    ),
    signature(
        "tf-no-gpu-libraries",
        ("cannot dlopen some gpu libraries", "skipping registering gpu devices"),
        r"Cannot dlopen some GPU libraries|Skipping registering GPU devices",
        "TensorFlow did not find the CUDA libraries and trains on the processor",
        action=(
            "Install the CUDA libraries that this version of TensorFlow names (pip install "
            "tensorflow[and-cuda])."
        ),
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="TensorFlow 2",
        ends_run=False,
    ),
    signature(
        "jax-no-gpu",
        ("cuda-enabled jaxlib is not installed", "no gpu/tpu found, falling back to cpu"),
        r"CUDA-enabled jaxlib is not installed|No GPU/TPU found, falling back to CPU",
        "JAX computes on the processor",
        action=(
            'Install the build with CUDA that fits your driver, such as pip install "jax[cuda12]".'
        ),
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="JAX 0.2",
        ends_run=False,
    ),
    signature(
        "jax-backend",
        "unable to initialize backend",
        r"RuntimeError: Unable to initialize backend",
        "JAX could not start the backend that was asked for",
        action=(
            "Read the reason at the end of the line; check the driver and the installed plug-in."
        ),
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="JAX 0.2",
        strength=0.7,
    ),
    signature(
        "gpu-not-used",
        "gpu available but not used",
        r"GPU available but not used",
        "the trainer runs on the processor although a device is there",
        action='Set accelerator="gpu" for the trainer.',
        symptom=DEVICE,
        entry="silent-cpu-fallback",
        since="Lightning 1",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "no-bf16-support",
        "doesn't support bf16",
        r"Your setup doesn't support bf16",
        "the device or the build has no bfloat16",
        action="Use fp16 with a loss scaler on older devices, or 32 bits on the processor.",
        kind="environment",
        entry="hardware-limits",
        since="Transformers 4.10",
    ),
    signature(
        "flash-attention-device",
        "flashattention only support",
        r"FlashAttention only supports? (?:Ampere GPUs or newer|fp16 and bf16)",
        "FlashAttention needs another device or number type",
        action=(
            "Load the model in fp16 or bf16; on older devices choose another attention "
            '(attn_implementation="sdpa").'
        ),
        symptom=TYPE,
        kind="environment",
        entry="hardware-limits",
        since="flash-attn 2",
    ),
    signature(
        "bitsandbytes-setup",
        "cuda setup failed",
        r"CUDA Setup failed despite (?:CUDA|GPU) being available",
        "bitsandbytes found no library for the installed CUDA",
        action="Install a newer bitsandbytes, and check with python -m bitsandbytes.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="bitsandbytes 0.35",
    ),
)
