"""Memory of the host."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

KILLED = "host-process-killed"

HOST_MEMORY: tuple[Signature, ...] = (
    signature(
        "cpu-allocator",
        "defaultcpuallocator",
        r"DefaultCPUAllocator: (?:can't|not enough)",
        "the host had no memory left for an allocation",
        action=(
            "Look at the size that was asked for: a wrong shape asks for far too much; else load "
            "the data in parts."
        ),
        symptom=KILLED,
        entry="host-out-of-memory",
        since="PyTorch 1.0",
    ),
    signature(
        "numpy-allocation",
        "unable to allocate",
        r"(?:MemoryError|ArrayMemoryError).{0,40}Unable to allocate",
        "the host had no memory left for an array",
        action="Read the array in parts or as a memory map, or use a smaller number type.",
        symptom=KILLED,
        entry="host-out-of-memory",
        since="NumPy 1.17",
    ),
    signature(
        "oom-killer",
        ("oom-kill", "oom kill", "oomkilled", "out_of_memory", "oom_kill"),
        r"\boom[-_ ]?kill(?:ed|er)?\b(?! 0\b)|\boom_kill event|State=OUT_OF_MEMORY",
        "the system ended the process because memory was full",
        action="Ask the scheduler for more memory, or use fewer data workers and smaller prefetch.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Linux, Slurm, Kubernetes",
    ),
    signature(
        "killed-process",
        "killed process",
        r"\bKilled process \d{1,9}",
        "the kernel ended the process to free memory",
        action="Use fewer data workers and smaller prefetch, or a machine with more memory.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Linux",
    ),
    signature(
        "exit-137",
        ("137", "sigkill", "signal 9", "exitcode", "return code = -9"),
        r"exit(?:ed)?(?: with)?(?: code| status)?[: ]+137\b|signal 9 \(SIGKILL\)|Signals\.SIGKILL|"
        r"exitcode\s{0,6}: ?-9\b|return code = -9\b|"
        r"terminated by signal 9|died with .{0,20}SIGKILL",
        "the process was killed from outside, most often because memory was full",
        action=(
            "Read the kernel log (dmesg) and the scheduler's record of the job for what ended the"
            " process."
        ),
        symptom=KILLED,
        role="consequence",
        kind="environment",
        entry="host-out-of-memory",
        since="Linux",
    ),
    signature(
        "killed-alone",
        "killed",
        r"^\s*(?:\S{1,80}: line \d{1,6}: +\d{1,9} +)?Killed(?>(?: +python.{0,200}+)?)\s*$",
        "the shell reports that the process was killed",
        action=(
            "Watch the memory of the host in the next run: use fewer data workers, or ask for "
            "more memory."
        ),
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Linux",
        strength=0.8,
    ),
    signature(
        "worker-killed-by-system",
        "killed by signal",
        r"is killed by signal: Killed",
        "the system killed a data worker, most often because memory was full",
        action=(
            "Use fewer data workers and smaller prefetch, and keep the data set out of Python "
            "lists."
        ),
        symptom=KILLED,
        entry="host-out-of-memory",
        since="PyTorch 1.0",
    ),
    signature(
        "python-memory-error",
        "memoryerror",
        r"\bMemoryError\b",
        "the host had no memory left for an allocation",
        action="Read the data in parts, or use a smaller number type.",
        symptom=KILLED,
        entry="host-out-of-memory",
        since="Python 3",
        strength=0.8,
    ),
    signature(
        "all-ram-used",
        "available ram",
        r"using all available RAM",
        "the session ended because it used all memory",
        action="Restart with a smaller part of the data, or with a machine that has more memory.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Colab",
    ),
    signature(
        "errno-cannot-allocate",
        "cannot allocate memory",
        r"\[Errno 12\] Cannot allocate memory|fork: Cannot allocate memory",
        "the system refused memory to the process or to a process that it tried to start",
        action="Use fewer data workers, free memory of the host, or ask the scheduler for more.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Linux",
        strength=0.8,
    ),
    signature(
        "ray-node-memory",
        "node running low on memory",
        r"(?:killed|killing it|were killed) (?:due to|because of) (?:the )?node running "
        r"low on memory",
        "Ray ended a worker because the memory of the node ran low",
        action=(
            "Give each task more memory or run fewer at once; raise the threshold only if "
            "the node has memory left."
        ),
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Ray 2.2",
    ),
    signature(
        "lsf-memory-limit",
        "term_memlimit",
        r"TERM_MEMLIMIT",
        "the scheduler ended the job because it used more memory than it asked for",
        action="Ask for more memory, or use fewer data workers and smaller prefetch.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="LSF",
    ),
    signature(
        "slurm-memory-limit",
        ("exceeded job memory limit", "exceeded step memory limit", "memory limit at some point"),
        r"Exceeded (?:job|step) memory limit",
        "the scheduler ended the job because it used more memory than it asked for",
        action="Ask for more memory (--mem), or use fewer data workers and smaller prefetch.",
        symptom=KILLED,
        kind="environment",
        entry="host-out-of-memory",
        since="Slurm",
    ),
)
