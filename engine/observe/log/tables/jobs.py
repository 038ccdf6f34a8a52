"""Ends that come from outside: schedulers, limits, people, wrong arguments."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

PREEMPTED = "log-preempted"

JOBS: tuple[Signature, ...] = (
    signature(
        "preempted",
        ("preempt", "time limit", "evicted", "sigterm"),
        r"DUE TO PREEMPTION|\b(?:was|been|job|pod|instance|node|"
        r"spot)\b.{0,40}\b(?:preempted|evicted)|reason: Evicted|(?:Received|got|caught) "
        r"(?:signal )?(?:15|"
        r"SIGTERM)\b|signal 15 \(SIGTERM\)|TerminationNotice",
        "the scheduler ended the job",
        action="Start again from the last checkpoint; write one when SIGTERM arrives.",
        symptom=PREEMPTED,
        kind="environment",
        entry="preemption-without-checkpoint",
        since="Slurm, Kubernetes, clouds",
    ),
    signature(
        "slurm-time-limit",
        "due to time limit",
        r"DUE TO TIME LIMIT",
        "the scheduler ended the job because its time was over",
        action=(
            "Start again from the last checkpoint and ask for more time; write a "
            "checkpoint when the signal before the end arrives."
        ),
        symptom=PREEMPTED,
        kind="environment",
        entry="preemption-without-checkpoint",
        since="Slurm",
    ),
    signature(
        "slurm-node-failure",
        "due to node failure",
        r"DUE TO NODE FAILURE",
        "the scheduler ended the job because a node failed",
        action="Start again from the last checkpoint on other nodes, and tell the operators.",
        symptom=PREEMPTED,
        kind="environment",
        entry="preemption-without-checkpoint",
        since="Slurm",
    ),
    signature(
        "slurm-cancelled",
        "cancelled at",
        r"\*\*\* (?:JOB|STEP) [\d.+]{1,30} ON \S{1,80} CANCELLED AT \S{1,40} \*\*\*",
        "someone cancelled the job, or the scheduler did after one of its tasks failed",
        action=(
            "Look above for the first error; without one, ask who cancelled it (sacct "
            "shows the user)."
        ),
        symptom=PREEMPTED,
        role="consequence",
        kind="environment",
        since="Slurm",
        strength=0.7,
    ),
    signature(
        "pbs-walltime",
        ("job killed: walltime", "job killed: mem", "job killed: vmem"),
        r"PBS: job killed: (?:walltime|mem|vmem)",
        "the scheduler ended the job because it used more time or memory than it asked for",
        action="Ask for more of what is named, and start again from the last checkpoint.",
        symptom=PREEMPTED,
        kind="environment",
        entry="preemption-without-checkpoint",
        since="PBS",
    ),
    signature(
        "lsf-time-limit",
        "term_runlimit",
        r"TERM_RUNLIMIT",
        "the scheduler ended the job because its time was over",
        action="Start again from the last checkpoint and ask for more time.",
        symptom=PREEMPTED,
        kind="environment",
        entry="preemption-without-checkpoint",
        since="LSF",
    ),
    signature(
        "auto-requeue",
        "auto-requeue signal",
        r"Handling auto-requeue signal",
        "the scheduler announced the end of the job, and Lightning asks for it to be started again",
        action="Check that the next job starts from the checkpoint that was just written.",
        symptom=PREEMPTED,
        kind="tool-did-so",
        entry="preemption-without-checkpoint",
        since="Lightning 1",
    ),
    signature(
        "keyboard-interrupt",
        "keyboardinterrupt",
        r"^\s{0,4}(?:\[rank\d{1,6}\]: ?)?KeyboardInterrupt\b|Detected KeyboardInterrupt",
        "someone stopped the program by hand",
        action=(
            "Nothing is broken; if you stopped it because nothing moved, the frame above "
            "shows where it stood."
        ),
        kind="tool-did-so",
        since="Python 3",
        prose=False,
    ),
    signature(
        "batch-submission-failed",
        ("batch job submission failed", "unable to allocate resources"),
        r"(?:sbatch|srun|salloc): error: .{0,40}(?:Batch job submission failed|Unable to "
        r"allocate resources)",
        "the scheduler refused the job, so no training was started",
        action=(
            "Read the reason at the end of the line: partition, account, limit of time or "
            "of devices."
        ),
        kind="environment",
        since="Slurm",
    ),
    signature(
        "usage-error",
        (
            "error: unrecognized arguments",
            "error: the following arguments are required",
            "error: argument",
        ),
        r": error: (?:unrecognized arguments:|the following arguments are required:|"
        r"argument -{0,2}[\w/ -]{1,60}: )",
        "the program was called with arguments that it does not take",
        action="Compare the command with the help of the program (--help).",
        kind="environment",
        since="Python 3",
    ),
)
