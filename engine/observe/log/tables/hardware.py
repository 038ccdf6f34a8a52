"""Devices and drivers."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

FAULT = "log-hardware-fault"
INSTALL = "log-installation-error"
DEVICE = "log-device-error"

# Numbers of the Xid catalog: faults that programs usually cause themselves, and events that need
# nothing at once.
OF_PROGRAMS = "11|13|25|31|32|37|43|45|68|69|80"
HARMLESS = "63|92|93|106|107|121|157"

HARDWARE: tuple[Signature, ...] = (
    signature(
        "xid",
        "xid",
        rf"NVRM: Xid \([^)]{{1,60}}\): ?(?!(?:{OF_PROGRAMS}|{HARMLESS})\b)\d{{1,3}}\b|"
        rf"\bXid (?!(?:{OF_PROGRAMS}|{HARMLESS})\b)\d{{1,3}}\b",
        "the driver reports a fault of the device",
        action=(
            "Look up the number and follow its action: restart the program, reset the device or "
            "restart the machine."
        ),
        symptom=FAULT,
        kind="environment",
        entry="gpu-hardware-fault",
        since="NVIDIA driver",
    ),
    signature(
        "ecc",
        "ecc error",
        r"(?:uncorrectable|double[- ]bit) ECC error",
        "the device's memory has an error that cannot be corrected",
        action="Reset the device, and have it checked if the error comes again.",
        symptom=FAULT,
        kind="environment",
        entry="gpu-hardware-fault",
        since="CUDA 8",
    ),
    signature(
        "off-the-bus",
        ("fallen off the bus", "gpu is lost"),
        r"fallen off the bus|GPU is lost",
        "the device is gone from the system",
        action="Restart the machine and have the device, its power and its slot checked.",
        symptom=FAULT,
        kind="environment",
        entry="gpu-hardware-fault",
        since="NVIDIA driver",
    ),
    signature(
        "illegal-access",
        "illegal memory access",
        r"illegal memory access",
        "a kernel touched memory that is not its own: a bad index or a bug in a kernel",
        action=(
            "Run with CUDA_LAUNCH_BLOCKING=1 and then under compute-sanitizer; check indices "
            "first, then custom kernels."
        ),
        symptom=FAULT,
        entry="device-side-assert",
        since="CUDA 8",
        strength=0.7,
    ),
    signature(
        "launch-failure",
        ("launch failure", "misaligned address", "launch timed out"),
        r"unspecified launch failure|misaligned address|the launch timed out",
        "a kernel crashed on the device",
        action="Run with CUDA_LAUNCH_BLOCKING=1; look in the kernel log for an Xid at that time.",
        symptom=FAULT,
        entry="gpu-hardware-fault",
        since="CUDA 8",
        strength=0.8,
    ),
    signature(
        "unhandled-cuda",
        "unhandledcudaerror",
        r"ncclUnhandledCudaError",
        "a fault of the device ended the communication",
        action=(
            "Run with NCCL_DEBUG=WARN: the line above names the CUDA error; look for an Xid at "
            "that time."
        ),
        symptom=FAULT,
        role="consequence",
        entry="gpu-hardware-fault",
        since="NCCL 2.4",
        strength=0.7,
    ),
    signature(
        "xid-application",
        "xid",
        rf"NVRM: Xid \([^)]{{1,60}}\): ?(?:{OF_PROGRAMS})\b|\bXid (?:{OF_PROGRAMS})\b",
        "the driver reports a fault that a program usually causes itself: a bad "
        "address, a bad instruction, or a process that was ended",
        action=(
            "Restart the program under compute-sanitizer; suspect the device only if "
            "several programs give it there."
        ),
        symptom=FAULT,
        entry="device-side-assert",
        since="NVIDIA driver",
        strength=0.55,
    ),
    signature(
        "xid-harmless",
        "xid",
        r"NVRM: Xid \([^)]{1,60}\): ?(?:63|92|93|106|107|121|157)\b|\bXid (?:63|92|93|106|"
        r"107|121|157)\b",
        "the driver notes an event of the device that needs nothing at once, such as a "
        "memory row that was replaced",
        action="Let the run go on; reset the device when it is free, and count such events.",
        symptom=FAULT,
        role="advice",
        kind="environment",
        entry="gpu-hardware-fault",
        since="NVIDIA driver",
        strength=0.3,
        ends_run=False,
    ),
    signature(
        "sxid",
        "sxid",
        r"nvidia-nvswitch\d{0,3}: SXid .{0,40}: ?\d{5}\b",
        "the driver reports a fault of a switch between the devices",
        action="Drain the machine: a fatal one needs a reset of all devices and switches.",
        symptom=FAULT,
        kind="environment",
        entry="gpu-hardware-fault",
        since="NVIDIA driver",
    ),
    signature(
        "nvml-mismatch",
        "driver/library version mismatch",
        r"Driver/library version mismatch",
        "the driver was updated and the old one is still loaded",
        action="Restart the machine, or unload the old driver's modules.",
        symptom=INSTALL,
        kind="environment",
        entry="cuda-build-mismatch",
        since="NVIDIA driver",
    ),
    signature(
        "nvidia-smi-failed",
        ("nvidia-smi has failed", "nvml: unknown error", "nvml: driver not loaded"),
        r"NVIDIA-SMI has failed because it couldn't communicate|Failed to initialize "
        r"NVML: (?:Unknown Error|Driver Not Loaded)",
        "the driver does not answer: it is not loaded, or the container lost its devices",
        action="Check that the driver is loaded, and start the container again with its devices.",
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="NVIDIA driver",
    ),
    signature(
        "devices-unavailable",
        ("busy or unavailable", "invalid device ordinal"),
        r"CUDA-capable device\(s\) is/are busy or unavailable|all CUDA-capable devices "
        r"are busy or unavailable|invalid device ordinal",
        "the device is held by another process, or its number does not exist",
        action=(
            "Compare the number with nvidia-smi and CUDA_VISIBLE_DEVICES, and end the "
            "process that holds the device."
        ),
        symptom=DEVICE,
        kind="environment",
        entry="zombie-processes",
        since="CUDA 8",
    ),
    signature(
        "no-capable-device",
        "no cuda-capable device is detected",
        r"no CUDA-capable device is detected",
        "CUDA sees no device",
        action="Check nvidia-smi, CUDA_VISIBLE_DEVICES and the container's options.",
        symptom=INSTALL,
        kind="environment",
        entry="silent-cpu-fallback",
        since="CUDA 8",
    ),
    signature(
        "fabric-not-ready",
        "system not yet initialized",
        r"system not yet initialized",
        "the switches between the devices are not started",
        action=(
            "Start the fabric manager service that fits the driver (systemctl status "
            "nvidia-fabricmanager)."
        ),
        symptom=INSTALL,
        kind="environment",
        since="CUDA 11",
    ),
    signature(
        "illegal-instruction",
        "illegal instruction",
        r"an illegal instruction was encountered|^\s{0,4}Illegal instruction(?: \(core "
        r"dumped\))?\s{0,4}$",
        "the program holds an instruction that this processor or device does not have",
        action=(
            "Install builds for this processor or device; for a kernel of your own, check "
            "the target architecture."
        ),
        symptom=FAULT,
        kind="environment",
        entry="cuda-build-mismatch",
        since="CUDA 8, Linux",
        strength=0.6,
    ),
    signature(
        "launch-blocking-advice",
        ("might be asynchronously reported", "cuda_launch_blocking=1", "torch_use_cuda_dsa"),
        r"errors might be asynchronously reported|consider passing (?:CUDA|"
        r"HIP)_LAUNCH_BLOCKING=1|Compile with `TORCH_USE_(?:CUDA|HIP)_DSA`",
        "PyTorch adds that the trace may name a later call than the one that failed",
        action="Run again with CUDA_LAUNCH_BLOCKING=1 to see the true place.",
        role="advice",
        since="PyTorch 1.10",
        ends_run=False,
    ),
)
