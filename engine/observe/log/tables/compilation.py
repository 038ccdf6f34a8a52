"""Compilers: torch.compile, Triton, XLA, Keras."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

RECOMPILED = "log-recompilation"
DEVICE_MEMORY = "accelerator-memory-error"
INSTALL = "log-installation-error"

COMPILATION: tuple[Signature, ...] = (
    signature(
        "recompile-limit",
        ("recompile_limit", "cache_size_limit", "recompilelimithit"),
        r"hit config\.(?:accumulated_)?(?:recompile|cache_size)_limit|FailOnRecompileLimitHit",
        "the compiler gave up on a function after too many recompilations",
        action=(
            "Find what changes between calls (shapes, Python numbers), and mark it dynamic or pad"
            " to a few sizes."
        ),
        symptom=RECOMPILED,
        entry="recompilation-storm",
        since="PyTorch 2.0",
        ends_run=False,
    ),
    signature(
        "function-retracing",
        "tf.function retracing",
        r"triggered tf\.function retracing",
        "a function is traced again and again",
        action="Pass tensors instead of Python numbers, and give the function an input signature.",
        symptom=RECOMPILED,
        entry="recompilation-storm",
        since="TensorFlow 2",
        ends_run=False,
    ),
    signature(
        "compile-unsupported",
        ("torch._dynamo.exc", "backendcompilerfailed", "inductorerror"),
        r"torch\._dynamo\.exc\.\w{1,60}: |BackendCompilerFailed|InductorError",
        "torch.compile could not handle a part of the model",
        action=(
            "Run without torch.compile to see whether the model itself works, then exclude "
            "the function that is named."
        ),
        since="PyTorch 2.0",
    ),
    signature(
        "triton-resources",
        "out of resource: shared memory",
        r"out of resource: shared memory, Required",
        "a Triton kernel needs more shared memory than the device has",
        action="Use smaller blocks or fewer stages, or a device that has more.",
        symptom=DEVICE_MEMORY,
        entry="hardware-limits",
        since="Triton 2",
        strength=0.5,
    ),
    signature(
        "triton-missing",
        "cannot find a working triton",
        r"Cannot find a working triton installation",
        "torch.compile needs Triton, which is not installed or does not work",
        action="Install the Triton that belongs to this PyTorch, or run without torch.compile.",
        symptom=INSTALL,
        kind="environment",
        since="PyTorch 2.0",
    ),
    signature(
        "ptxas",
        "ptxas",
        r"ptxas (?:fatal|error) {0,4}:",
        "the assembler of CUDA does not know the device or the instruction",
        action="Use a newer CUDA toolkit, or set the architecture to one that it knows.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="CUDA 8",
    ),
    signature(
        "jax-tracer",
        (
            "concretizationtypeerror",
            "tracerboolconversionerror",
            "tracerarrayconversionerror",
            "unexpectedtracererror",
        ),
        r"jax\.errors\.(?:ConcretizationTypeError|Tracer\w{1,40}Error|UnexpectedTracerError)",
        "a value that is known only at run time was used as a Python value inside jit",
        action=(
            "Use jnp.where or lax.cond, mark the argument as static, or keep the value "
            "inside the function."
        ),
        since="JAX 0.2",
    ),
    signature(
        "jax-deleted",
        "array has been deleted with shape",
        r"Array has been deleted with shape",
        "an array was used after its memory was given away to a function",
        action="Use the result of the function instead of its argument, or do not donate it.",
        since="JAX 0.4",
    ),
    signature(
        "keras-not-compiled",
        ("call `compile()` before", "must compile your model before"),
        r"You must call `compile\(\)` before|You must compile your model before",
        "the model has no loss and no optimizer yet",
        action="Call model.compile before fit; call it again after you changed trainable.",
        since="TensorFlow 2, Keras 3",
    ),
    signature(
        "cache-flush",
        "allocator cache flushes since last step",
        r"pytorch allocator cache flushes since last step",
        "the memory of the device is nearly full, so the allocator is emptied again and again",
        action="Use a smaller micro-batch or offload more; steps become slow otherwise.",
        symptom=DEVICE_MEMORY,
        role="advice",
        entry="memory-fragmentation",
        since="DeepSpeed 0.7",
        strength=0.45,
        ends_run=False,
    ),
)
