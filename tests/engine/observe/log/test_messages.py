"""The headline is the cause; what follows it and what wraps it never is."""

from pathlib import Path

import numpy as np
import pytest

from engine.observe.log.messages import Messages, read_messages
from engine.run import Case, Series

HEALTHY = sorted((Path(__file__).parent / "data").glob("healthy_*.log"))
OOM = "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB."
WATCHDOG = (
    "[rank{0}]:[E1218 20:27:{1} ProcessGroupNCCL.cpp:629] [Rank {0}] Watchdog caught collective "
    "operation timeout: WorkNCCL(SeqNum=5, OpType=ALLREDUCE, NumelIn=1, NumelOut=1, "
    "Timeout(ms)=600000) ran for 600081 milliseconds before timing out."
)
DOWN = "[rank0]: To avoid data inconsistency, we are taking the entire process down."
CHILD = "torch.distributed.elastic.multiprocessing.errors.ChildFailedError:"
TRACEBACK = "Traceback (most recent call last):"


def read(*lines, **fields):
    return read_messages(Case(log=lines, **fields))


def summary(rank):
    return (
        CHILD,
        "Root Cause (first observed failure):",
        "[0]:",
        "  time      : 2026-03-25_17:13:24",
        "  host      : node-1",
        f"  rank      : {rank} (local_rank: {rank})",
        "  exitcode  : 1 (pid: 4121)",
    )


def headline(*lines):
    found = read(*lines).headline
    return None if found is None else (found.signature, found.line, found.rank)


def test_the_root_of_another_rank_leads_before_timeouts_above_it():
    lines = (
        WATCHDOG.format(0, "51.4"),
        WATCHDOG.format(2, "51.5"),
        DOWN,
        f"[rank1]: {TRACEBACK}",
        f"[rank1]: {OOM}",
        *summary(1),
    )

    found = read(*lines)

    assert found.headline is not None
    assert (found.headline.signature, found.headline.rank) == ("cuda-out-of-memory", "1")
    assert found.headline.line == 5
    assert found.headline.entry == "gpu-out-of-memory"
    roles = found.roles()
    assert [roles[number] for number in (1, 2, 3, 5, 6)] == [
        "consequence",
        "consequence",
        "teardown",
        "root",
        "teardown",
    ]


def test_the_rank_that_the_launcher_names_comes_first():
    lines = (
        f"[rank0]: {OOM}",
        "[rank3]: FileNotFoundError: [Errno 2] No such file or directory: 'a.bin'",
        *summary(3),
    )

    assert headline(*lines) == ("missing-file", 2, "3")


def test_the_launcher_is_not_followed_to_a_rank_that_shows_nothing():
    assert headline(f"[rank0]: {OOM}", *summary(7)) == ("cuda-out-of-memory", 1, "0")


def test_time_stamps_order_the_ranks_of_a_joined_log():
    lines = (
        f"[rank0]:[E1218 20:27:55.000 a.cpp:1] {OOM}",
        f"[rank3]:[E1218 20:27:51.000 a.cpp:1] {OOM}",
    )

    assert headline(*lines) == ("cuda-out-of-memory", 2, "3")


def test_without_a_root_the_timeout_leads():
    assert headline("step 1", WATCHDOG.format(0, "51.4"), DOWN) == ("watchdog-timeout", 2, "0")


@pytest.mark.parametrize(
    "line",
    [
        "Exception raised from ncclCommWatchdog at ProcessGroupNCCL.cpp:1401 (first frame):",
        "frame #1: c10d::ProcessGroupNCCL::WorkNCCL::checkTimeout(std::optional<long>) + 0x282",
    ],
)
def test_frames_of_the_watchdog_are_recognized(line):
    found = read(line).headline

    assert found is not None
    assert (found.role, found.entry) == ("consequence", "collective-timeout")


@pytest.mark.parametrize("lines", [summary(0), (DOWN,), ("Aborted (core dumped)",), ()])
def test_what_wraps_a_failure_is_no_headline(lines):
    assert read(*lines).headline is None


@pytest.mark.parametrize(
    "line",
    [
        "  exitcode  : -9 (pid: 4121)",
        "[launch.py:325:sigkill_handler] ['python', 'train.py'] exits with return code = -9",
    ],
)
def test_a_launcher_that_tells_of_a_kill_says_why_the_run_ended(line):
    found = read(line).headline

    assert found is not None
    assert (found.signature, found.kind) == ("exit-137", "environment")


def test_a_failed_call_of_another_rank_is_a_consequence():
    lines = (
        "[rank2]: torch.distributed.DistBackendError: NCCL error in: a.cpp:2251, remote process "
        "exited or there was a network error, NCCL version 2.20.5",
        "[rank5]: FileNotFoundError: [Errno 2] No such file or directory: 'shard-17.bin'",
    )

    assert headline(TRACEBACK, *lines) == ("missing-file", 3, "5")


def test_noise_and_advice_are_no_headline():
    lines = (
        "FutureWarning: `torch.cuda.amp.GradScaler(args...)` is deprecated.",
        "The 'train_dataloader' does not have many workers which may be a bottleneck.",
        "`Trainer.fit` stopped: `max_epochs=10` reached.",
    )

    found = read(*lines)

    assert found.headline is None
    assert [message.role for message in found.recognized] == ["noise", "advice", "noise"]


def test_an_error_leads_before_an_earlier_warning():
    warning = "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`."

    assert headline(warning, OOM) == ("cuda-out-of-memory", 2, "")
    assert headline(warning) == ("scheduler-order", 1, "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ModuleNotFoundError: No module named 'einops'", "environment"),
        ("OSError: [Errno 28] No space left on device", "environment"),
        (
            "slurmstepd: error: *** JOB 8 ON n1 CANCELLED AT 2024-05-02T11:20:01 DUE TO TIME "
            "LIMIT ***",
            "environment",
        ),
        ("Epoch 12: early stopping", "tool-did-so"),
        ("Epoch 12: ReduceLROnPlateau reducing learning rate to 0.0001.", "tool-did-so"),
        (OOM, "failure"),
    ],
)
def test_what_is_no_failure_of_the_training_says_so(line, kind):
    found = read("step 1 loss 0.5", line).headline

    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("line", "leads"),
    [
        ("Epoch 12: early stopping", False),
        ("W tensorflow/core/gpu_device.cc:1956] Cannot dlopen some GPU libraries.", False),
        ("OSError: [Errno 28] No space left on device", True),
        ("UserWarning: The model does not have any trainable weights.", True),
    ],
)
def test_beside_curves_a_notice_does_not_lead(line, leads):
    curve = Series("train_loss", np.arange(3.0), np.ones(3))

    assert read(line).headline is not None
    assert (read(line, series={"train_loss": curve}).headline is not None) is leads


def test_a_failure_leads_before_what_a_tool_did():
    assert headline("Epoch 12: early stopping", OOM) == ("cuda-out-of-memory", 2, "")


def test_a_message_stands_once_with_its_count_and_lines():
    found = read(OOM, "retry", OOM).recognized

    assert [(item.signature, item.count, item.lines) for item in found] == [
        ("cuda-out-of-memory", 2, (1, 3))
    ]


def test_of_two_readings_of_one_line_the_longer_comes_first():
    line = (
        "ImportError: /lib/libstdc++.so.6: version `GLIBCXX_3.4.29' not found (required by "
        "libtorch.so)"
    )

    names = [item.signature for item in read(line).recognized]

    assert names == ["libstdcxx", "missing-module"]


def test_an_unknown_exception_of_a_traceback_is_a_root():
    lines = (TRACEBACK, '  File "train.py", line 3, in <module>', "MyError: the flux is gone")

    found = read(*lines, CHILD).headline

    assert found is not None
    assert (found.signature, found.text) == ("uncaught-exception", "MyError: the flux is gone")


def test_an_unknown_exception_behind_a_known_one_is_told_apart():
    lines = (TRACEBACK, f"[rank0]: {OOM}", f"[rank2]: {TRACEBACK}", "[rank2]: MyError: no flux")

    found = {item.signature: item for item in read(*lines).recognized}

    assert found["uncaught-exception"].lines == (4,)
    assert found["uncaught-exception"].rank == "2"


def test_an_exception_without_a_traceback_may_be_talk():
    assert read("MyError: the flux is gone").recognized == ()


def test_each_number_of_the_driver_is_a_message_of_its_own():
    lines = (
        "NVRM: Xid (PCI:0000:3b:00): 45, pid=1, Ch 00000008",
        "NVRM: Xid (PCI:0000:3b:00): 79, pid=1, GPU has fallen off the bus.",
        "NVRM: Xid (PCI:0000:3b:00): 79, pid=2, GPU has fallen off the bus.",
        "NVRM: Xid (PCI:0000:3b:00): 999, pid=2, unheard of",
    )

    found = {item.signature: item for item in read(*lines).recognized}

    assert found["xid-45"].role == "consequence"
    assert found["xid-79"].count == 2
    assert found["xid-79"].action.startswith("Restart the machine; then have")
    assert found["xid"].lines == (4,)
    assert headline(*lines) == ("xid-79", 2, "")


def test_ranks_of_srun_are_read_from_the_labels():
    lines = ("0: step 1", "1: step 1", f"1: {OOM}", "0: step 2")

    assert headline(*lines) == ("cuda-out-of-memory", 3, "1")


def test_overflows_of_a_normal_run_are_no_headline():
    line = "Gradient overflow.  Skipping step, loss scaler 0 reducing loss scale to 32768.0"
    usual = read(*("step done",) * 100, line)
    unusual = read(*(line,) * 60)

    assert usual.headline is None
    assert usual.recognized[0].is_usual
    assert unusual.headline is not None


def test_a_description_that_quotes_a_log_is_read_where_the_log_shows_nothing():
    quoted = read("step 1", description=f"It stops with\n{OOM}")

    assert quoted.is_quoted
    assert quoted.headline is not None
    assert quoted.headline.line == 2


def test_words_that_deny_a_message_are_none():
    assert read(description="There is no CUDA out of memory.").recognized == ()


@pytest.mark.parametrize("path", HEALTHY, ids=lambda path: path.stem)
def test_logs_of_healthy_runs_have_no_headline(path):
    found = read(*path.read_text(encoding="utf-8").splitlines())

    assert found.headline is None


def test_nothing_gives_nothing():
    assert read() == Messages(is_quoted=True)
    assert read("all is well").headline is None
