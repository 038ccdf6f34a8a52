"""Many processes, hardware, installation, checkpoints, disk, scheduler. Texts of PyTorch 2, NCCL,
CUDA, Slurm, Kubernetes.
"""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

TIMEOUT = "log-collective-timeout"
HARDWARE = "log-hardware-fault"
INSTALL = "log-installation-error"
CHECKPOINT = "log-checkpoint-mismatch"
DISK = "log-disk-full"
PREEMPTED = "log-preempted"

PROCESSES: tuple[Signature, ...] = (
    signature(
        "watchdog-timeout",
        "collective operation timeout",
        r"Watchdog caught collective operation timeout",
        TIMEOUT,
        "a collective operation waited for a process that never came",
    ),
    signature(
        "nccl-timed-out",
        ("nccl", "collective"),
        r"Timeout at NCCL work|Some NCCL operations have failed or timed out|(?:NCCL|"
        r"collective).{0,60}\btimed? ?out",
        TIMEOUT,
        "a collective operation timed out",
    ),
    signature(
        "gloo-timeout",
        "gloo",
        r"gloo.{0,120}(?:timed out|timeout)",
        TIMEOUT,
        "a collective operation timed out",
    ),
    signature(
        "nccl-system",
        ("ncclsystemerror", "ncclremoteerror", "ncclinternalerror"),
        r"nccl(?:System|Remote|Internal)Error",
        TIMEOUT,
        "the connection between processes failed",
        strength=0.8,
    ),
    signature(
        "rendezvous",
        ("rendezvous", "client socket has timed out"),
        r"Rendezvous(?:Timeout|Connection|Closed)Error|client socket has timed out",
        TIMEOUT,
        "the processes did not find one another",
    ),
    signature(
        "peer-closed",
        ("connection reset by peer", "connection closed by peer"),
        r"Connection (?:reset|closed) by peer",
        TIMEOUT,
        "another process went away; its own log names the cause",
        strength=0.6,
        prose=False,
    ),
    signature(
        "monitored-barrier",
        "monitoredbarrier",
        r"monitoredBarrier|Rank \d{1,6} failed to pass",
        TIMEOUT,
        "a process did not reach a barrier",
    ),
    signature(
        "unfinished-reduction",
        ("finished reduction in the prior iteration", "not used in producing"),
        r"parameters that were not used in producing|"
        r"Expected to have finished reduction in the prior iteration",
        "log-unused-parameters",
        "some parameters take no part in the loss of a step",
    ),
    signature(
        "no-grad-for-rank",
        "did not receive grad for rank",
        r"did not receive grad for rank",
        "log-unused-parameters",
        "some parameters take no part in the loss of a step",
    ),
    signature(
        "marked-twice",
        "marked as ready twice",
        r"mark(?:ed)? (?:a )?(?:variable|parameter)? ?.{0,60}ready (?:twice|only once)|"
        r"marked as ready twice",
        "log-unused-parameters",
        "a parameter is reduced twice in one step",
        strength=0.7,
    ),
    signature(
        "find-unused-warning",
        "find_unused_parameters=true",
        r"find_unused_parameters=True was specified .{0,80}but did not find any unused",
        "log-unused-parameters",
        "looking for unused parameters costs time and found none",
        strength=0.2,
    ),
    signature(
        "preempted",
        ("preempt", "time limit", "evicted", "sigterm"),
        r"DUE TO (?:TIME LIMIT|PREEMPTION)|\b(?:was|been|job|pod|instance|node|"
        r"spot)\b.{0,40}\b(?:preempted|evicted)|reason: Evicted|(?:Received|got|caught) "
        r"(?:signal )?(?:15|"
        r"SIGTERM)\b|signal 15 \(SIGTERM\)|TerminationNotice",
        PREEMPTED,
        "the scheduler ended the job",
    ),
)

HARDWARE_AND_BUILD: tuple[Signature, ...] = (
    signature(
        "xid",
        "xid",
        r"NVRM: Xid .{0,60}: ?\d{1,3}\b|\bXid \d{1,3}\b",
        HARDWARE,
        "the driver reports a fault of the device",
    ),
    signature(
        "ecc",
        "ecc error",
        r"(?:uncorrectable|double[- ]bit) ECC error",
        HARDWARE,
        "the device's memory has an error that cannot be corrected",
    ),
    signature(
        "off-the-bus",
        ("fallen off the bus", "gpu is lost"),
        r"fallen off the bus|GPU is lost",
        HARDWARE,
        "the device is gone from the system",
    ),
    signature(
        "illegal-access",
        "illegal memory access",
        r"illegal memory access",
        HARDWARE,
        "a kernel touched memory that is not its own: a bad index or a bug in a kernel",
        strength=0.7,
    ),
    signature(
        "launch-failure",
        ("launch failure", "misaligned address", "launch timed out"),
        r"unspecified launch failure|misaligned address|the launch timed out",
        HARDWARE,
        "a kernel crashed on the device",
        strength=0.8,
    ),
    signature(
        "cudnn",
        "cudnn_status",
        r"CUDNN_STATUS_(?:EXECUTION_FAILED|INTERNAL_ERROR|MAPPING_ERROR)",
        HARDWARE,
        "cuDNN failed on the device, often for lack of memory or by versions that do not fit",
        strength=0.7,
    ),
    signature(
        "unhandled-cuda",
        "unhandledcudaerror",
        r"ncclUnhandledCudaError",
        HARDWARE,
        "a fault of the device ended the communication",
        strength=0.7,
    ),
    signature(
        "cudnn-algorithm",
        "cudnn algorithm",
        r"Unable to find a valid cuDNN algorithm",
        "accelerator-memory-error",
        "cuDNN found no algorithm that fits, usually for lack of memory",
        strength=0.6,
    ),
    signature(
        "driver-old",
        ("driver version is insufficient", "driver on your system is too old"),
        r"driver version is insufficient|driver on your system is too old",
        INSTALL,
        "the driver is older than the CUDA build needs",
    ),
    signature(
        "no-cuda-build",
        ("not compiled with cuda", "no nvidia driver", "no cuda gpus are available"),
        r"not compiled with CUDA enabled|Found no NVIDIA driver|No CUDA GPUs are available",
        INSTALL,
        "the build or the system has no usable device",
    ),
    signature(
        "no-kernel-image",
        ("no kernel image", "not compatible with the current pytorch"),
        r"no kernel image is available|is not compatible with the current PyTorch installation",
        INSTALL,
        "the build holds no code for this device",
    ),
    signature(
        "missing-module",
        ("modulenotfounderror", "importerror", "no module named"),
        r"ModuleNotFoundError|ImportError:|No module named",
        INSTALL,
        "a package is missing or does not fit",
    ),
    signature(
        "undefined-symbol",
        ("undefined symbol", "cannot open shared object", "dynamic library"),
        r"Could not load dynamic library|undefined symbol:|cannot open shared object file",
        INSTALL,
        "a library of another version was loaded",
    ),
    signature(
        "numpy-abi",
        ("numpy.dtype size changed", "compiled using numpy"),
        r"numpy\.dtype size changed|compiled using NumPy 1\.x cannot be run",
        INSTALL,
        "a package was built against another NumPy",
    ),
    signature(
        "disk-full",
        ("no space left", "quota exceeded", "enospc", "streamwriter failed"),
        r"PytorchStreamWriter failed writing|No space left on device|Disk quota "
        r"exceeded|\bENOSPC\b",
        DISK,
        "the disk is full",
    ),
)

CHECKPOINTS: tuple[Signature, ...] = (
    signature(
        "state-dict",
        "in loading state_dict",
        r"Error\(s\) in loading state_dict",
        CHECKPOINT,
        "the checkpoint does not fit the model",
    ),
    signature(
        "size-mismatch",
        "size mismatch for",
        r"size mismatch for .{1,200}copying a param",
        CHECKPOINT,
        "a parameter in the checkpoint has another shape",
    ),
    signature(
        "missing-keys",
        ("missing key", "unexpected key", "missing_keys"),
        r"_IncompatibleKeys\(missing_keys=\[[^\]]|(?:Missing|Unexpected) key(?:\(s\)|s)? "
        r"(?:in|found)",
        CHECKPOINT,
        "the checkpoint lacks parameters or has others",
    ),
    signature(
        "weights-only",
        "weights only load failed",
        r"Weights only load failed",
        CHECKPOINT,
        "the checkpoint holds more than weights and was refused",
    ),
    signature(
        "no-checkpoint",
        "no valid checkpoint",
        r"No valid checkpoint found in output directory",
        CHECKPOINT,
        "there was no checkpoint to resume from",
    ),
    signature(
        "broken-archive",
        ("pytorchstreamreader", "invalid header", "incompletemetadata", "metadataincomplete"),
        r"PytorchStreamReader failed|HeaderTooLarge|MetadataIncompleteBuffer|InvalidHeader|"
        r"unpickling stack underflow",
        CHECKPOINT,
        "the checkpoint file is incomplete or damaged",
    ),
    signature(
        "parameter-group-size",
        "parameter group",
        r"loaded state dict (?:contains|has) a (?:parameter group|different number of parameter "
        r"groups)",
        CHECKPOINT,
        "the optimizer's state does not fit the model",
    ),
    signature(
        "unused-weights",
        "were not used when initializing",
        r"weights of the (?:model )?checkpoint .{0,160}were not used when initializing",
        CHECKPOINT,
        "some weights of the checkpoint were left out, which is normal for a changed head",
        strength=0.35,
    ),
)
