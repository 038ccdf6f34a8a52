"""What launchers and dying processes print around the true error. Never the cause itself."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

WRAPPERS: tuple[Signature, ...] = (
    signature(
        "child-failed",
        "childfailederror",
        r"ChildFailedError",
        "the launcher reports that a process of the run failed",
        action="Scroll up to the first error of the rank that is named as root cause.",
        role="teardown",
        since="PyTorch 1.9",
    ),
    signature(
        "elastic-summary",
        ("root cause (first observed failure)", "no_other_failures", "failed (exitcode"),
        r"Root Cause \(first observed failure\)|<NO_OTHER_FAILURES>|failed \(exitcode: "
        r"?-?\d{1,4}\) local_rank",
        "the launcher sums up which rank failed first, without the reason",
        action="Note the rank, and scroll up to its first error.",
        role="teardown",
        since="PyTorch 1.9",
    ),
    signature(
        "elastic-exit-code",
        ("exitcode", "signal"),
        r"^\s{0,20}(?:\[\w{1,20}\]:)?\s{0,20}exitcode\s{0,6}: -?\d{1,4} \(pid: \d|"
        r"traceback : Signal \d{1,3} \(SIG\w{2,6}\) received by PID",
        "the launcher gives the exit code of a rank; a negative one is the signal that ended it",
        action=(
            "Code -9 means killed from outside, -11 a crash in native code, -6 an abort; "
            "other codes have a traceback above."
        ),
        role="teardown",
        since="PyTorch 1.9",
    ),
    signature(
        "closing-signal",
        "closing signal",
        r"Sending process \d{1,9} closing signal SIG\w{2,6}",
        "the launcher ends the ranks that still run after another one failed",
        action="Scroll up to the first error of the rank that failed.",
        role="teardown",
        since="PyTorch 1.9",
    ),
    signature(
        "entire-process-down",
        "taking the entire process down",
        r"we are taking the entire process down",
        "the process ends itself after a failed collective operation",
        action="Scroll up: this line only follows the failure.",
        role="teardown",
        since="PyTorch 1.11",
    ),
    signature(
        "watchdog-terminated",
        ("watchdog thread terminated with exception", "distbackenderror"),
        r"watchdog thread terminated with exception|throwing an instance of "
        r"'c10::DistBackendError'",
        "the watchdog of NCCL ends its process after a failure",
        action="Scroll up: the first error above it, or that of another rank, is the cause.",
        role="teardown",
        since="PyTorch 2.1",
    ),
    signature(
        "terminate-called",
        "terminate called after throwing",
        r"terminate called after throwing an instance of",
        "native code ended the process by an exception that nobody caught",
        action="Read the what() line that follows and the first error above.",
        role="teardown",
        since="Linux",
    ),
    signature(
        "core-dumped",
        "core dumped",
        r"\bAborted \(core dumped\)",
        "the process ended itself after an error",
        action="Scroll up to the message that stands before this line.",
        role="teardown",
        since="Linux",
    ),
    signature(
        "group-not-destroyed",
        ("destroy_process_group() was not called", "has not been destroyed before we destruct"),
        r"destroy_process_group\(\) was not called|has NOT been destroyed before we destruct",
        "the program ended without closing its process group, which harms nothing by itself",
        action="Nothing to do for the failure; call destroy_process_group() at the end.",
        role="teardown",
        since="PyTorch 2.4",
        ends_run=False,
    ),
    signature(
        "called-process-error",
        "returned non-zero exit status",
        r"CalledProcessError: Command .{1,400}|returned non-zero exit status \d{1,3}\b",
        "a launcher reports that the program it started failed",
        action="Scroll up to the first error of the program itself.",
        role="teardown",
        since="Python 3",
    ),
    signature(
        "spawned-process-failed",
        ("processexitedexception", "processraisedexception", "terminated with the following error"),
        r"Process(?:Exited|Raised)Exception|-- Process \d{1,6} terminated with the following error",
        "a process that the program started failed",
        action="Read the traceback that follows this line, or scroll up to it.",
        role="teardown",
        since="PyTorch 1.0",
    ),
    signature(
        "slurm-task-exited",
        ("exited with exit code", "terminating stepid", "job step aborted"),
        r"srun: error: .{1,120}: tasks? .{1,60}: (?:Exited with exit code|Killed|Aborted|"
        r"Segmentation fault|Terminated)|srun: Terminating StepId|Job step aborted",
        "Slurm reports which task ended first, without the reason",
        action="Note the task number: it is the rank; scroll up to its first error.",
        role="teardown",
        since="Slurm",
    ),
    signature(
        "mpirun-noticed",
        ("noticed that process rank", "primary job terminated normally"),
        r"mpirun noticed that process rank \d|Primary job\s{1,3}terminated normally",
        "mpirun reports which rank ended, without the reason",
        action="Note the rank, and scroll up to its first error.",
        role="teardown",
        since="Open MPI",
    ),
    signature(
        "deepspeed-launcher",
        ("killing subprocess", "exits with return code"),
        r"\[launch\.py:\d{1,5}:\w{1,40}\].{0,400}(?:Killing subprocess|exits with return code)",
        "the launcher of DeepSpeed ends the other ranks after one failed",
        action=(
            "Scroll up to the first error of the rank that failed; return code -9 means "
            "killed from outside."
        ),
        role="teardown",
        since="DeepSpeed 0.3",
    ),
    signature(
        "ray-task-error",
        ("raytaskerror", "rayactorerror", "actordiederror", "the actor died unexpectedly"),
        r"RayTaskError|RayActorError|ActorDiedError|The actor died unexpectedly before "
        r"finishing this task",
        "Ray passes on that a worker failed or died",
        action=(
            "Read the innermost error of the worker, above or below this line; look in the "
            "worker's own log if it just died."
        ),
        role="teardown",
        since="Ray 1",
    ),
    signature(
        "graph-execution-error",
        "graph execution error",
        r"Graph execution error:",
        "TensorFlow announces an error inside a compiled function",
        action="Read the lines that follow down to the one that names the node.",
        role="teardown",
        since="TensorFlow 2.8",
    ),
    signature(
        "leaked-semaphores",
        ("leaked semaphore objects", "leaked shared_memory objects"),
        r"leaked (?:semaphore|shared_memory) objects to clean up at shutdown",
        "Python tidies up after processes that ended early",
        action="Nothing to do: this only follows the failure.",
        role="teardown",
        since="Python 3.8",
        ends_run=False,
    ),
    signature(
        "exception-ignored",
        "exception ignored in",
        r"^\s{0,8}Exception ignored in(?: sys\.unraisablehook)?: <",
        "an object failed while Python was already closing",
        action="Nothing to do: this follows the failure or the normal end.",
        role="teardown",
        since="Python 3",
        ends_run=False,
    ),
    signature(
        "another-exception",
        ("another exception occurred", "the direct cause of the following"),
        r"During handling of the above exception, another exception occurred|exception "
        r"was the direct cause of the following exception",
        "the error above led to the error below",
        action="Read the first of the errors, above this line.",
        role="teardown",
        since="Python 3",
        ends_run=False,
    ),
    signature(
        "broken-pipe",
        "broken pipe",
        r"BrokenPipeError|\[Errno 32\] Broken pipe",
        "the process at the other end of a connection is gone",
        action="Find why that process ended; this line only follows.",
        role="consequence",
        since="Linux",
    ),
)
