"""Collective operations that time out."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

TIMEOUT = "log-collective-timeout"

COLLECTIVES: tuple[Signature, ...] = (
    signature(
        "watchdog-timeout",
        "collective operation timeout",
        r"Watchdog caught collective operation timeout(?:: WorkNCCL\(SeqNum=\d{1,12}, "
        r"OpType=\w{1,40})?",
        "a collective operation waited for a process that never came",
        action=(
            "Find the rank that stopped first: its own log names the cause; compare SeqNum and "
            "OpType of all ranks."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.9",
    ),
    signature(
        "nccl-timed-out",
        ("nccl", "collective"),
        r"Timeout at NCCL work|Some NCCL operations have failed or timed out|(?:NCCL|"
        r"collective).{0,60}\btimed? ?out",
        "a collective operation timed out",
        action="Find the rank that stopped first: its own log names the cause.",
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.9",
    ),
    signature(
        "gloo-timeout",
        "gloo",
        r"gloo.{0,120}(?:timed out|timeout)",
        "a collective operation timed out",
        action="Find the rank that stopped first: its own log names the cause.",
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.0",
    ),
    signature(
        "monitored-barrier",
        "monitoredbarrier",
        r"monitoredBarrier|Rank \d{1,6} failed to pass",
        "a process did not reach a barrier",
        action="Look in the log of the rank that is named: it did not arrive.",
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.8",
    ),
    signature(
        "watchdog-frames",
        ("ncclcommwatchdog", "worknccl::checktimeout", "worknccl::synchronize"),
        r"ncclCommWatchdog|WorkNCCL::(?:checkTimeout|synchronize\w{0,20}|"
        r"checkAndThrowException|handleException)",
        "the watchdog of NCCL raised this: a collective operation did not end in time or failed",
        action=(
            "Find the rank that stopped first: its own log names the cause; these frames name none."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.9",
    ),
    signature(
        "watchdog-status",
        ("failure detected by watchdog at work sequence", "last enqueued nccl work"),
        r"failure detected by watchdog at work sequence id: \d|last enqueued NCCL work: \d",
        "the watchdog reports how far this rank had come",
        action=(
            "Compare the last completed work of all ranks: the rank with the lowest number "
            "is behind."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 2.2",
    ),
    signature(
        "dump-signal",
        ("received a dump signal", "observed flight recorder dump signal"),
        r"Received a dump signal due to a collective timeout|Observed flight recorder dump signal",
        "another rank timed out first, and this one writes down where it stands",
        action=(
            "Look at the rank that is named, and read its flight record together with "
            "those of the others."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 2.4",
    ),
    signature(
        "watchdog-stuck",
        "watchdog got stuck for",
        r"watchdog got stuck for \d{1,9} seconds",
        "the thread that watches collectives made no progress, often because a CUDA "
        "call or the Python lock blocks",
        action=(
            "Take stacks of all ranks with py-spy dump, and look for a rank that stands "
            "outside a collective."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 2.2",
    ),
    signature(
        "heartbeat-timeout",
        "heartbeat monitor timed out",
        r"Heartbeat monitor timed out",
        "the process is ended because its watchdog no longer answers",
        action=(
            "Take stacks of all ranks with py-spy dump before the limit, or raise "
            "TORCH_NCCL_HEARTBEAT_TIMEOUT_SEC for slow starts."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 2.2",
    ),
    signature(
        "desync-report",
        (
            "didn't join collective",
            "joined but didn't finish collective",
            "never joined any collectives",
        ),
        r"\] (?:joined but didn't finish|finished) collective #\d|never joined any collectives",
        "the report names the ranks that did not come to the collective operation",
        action=(
            "Look in the log of the ranks that did not join: they failed, wait, or took "
            "another branch."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="mismatched-collectives",
        since="PyTorch 1.10",
    ),
    signature(
        "collective-mismatch",
        "detected mismatch between collectives",
        r"Detected mismatch between collectives on ranks",
        "ranks call different collective operations, or the same one with other shapes",
        action=(
            "Give all ranks the same branch and the same shapes: look for code that only "
            "rank 0 runs."
        ),
        symptom=TIMEOUT,
        entry="mismatched-collectives",
        since="PyTorch 1.8",
    ),
)
