"""NCCL, sockets and stores: how processes reach one another."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

TIMEOUT = "log-collective-timeout"
DEVICE = "log-device-error"
WORKER_DIED = "log-worker-died"

NCCL: tuple[Signature, ...] = (
    signature(
        "nccl-system",
        ("ncclsystemerror", "ncclremoteerror", "ncclinternalerror"),
        r"nccl(?:System|Remote|Internal)Error",
        "the connection between processes failed",
        action="Run with NCCL_DEBUG=WARN: the line of NCCL above this one names the true cause.",
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="NCCL 2.10",
        strength=0.8,
    ),
    signature(
        "rendezvous",
        ("rendezvous", "client socket has timed out"),
        r"Rendezvous(?:Timeout|Connection|Closed)Error|client socket has timed out",
        "the processes did not find one another",
        action=(
            "Check that all nodes name the same address and port, that the port is open, and that"
            " all were started."
        ),
        symptom=TIMEOUT,
        kind="environment",
        entry="rendezvous-failure",
        since="PyTorch 1.9",
    ),
    signature(
        "peer-closed",
        ("connection reset by peer", "connection closed by peer"),
        r"Connection (?:reset|closed) by peer",
        "another process went away; its own log names the cause",
        action="Look in the logs of the other ranks for the one that ended first.",
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="Linux",
        strength=0.6,
        prose=False,
    ),
    signature(
        "duplicate-gpu",
        "duplicate gpu detected",
        r"Duplicate GPU detected ?: rank \d",
        "two ranks use the same device",
        action=(
            "Call torch.cuda.set_device(local_rank) before the process group is made, and "
            "start no more ranks than devices."
        ),
        symptom=DEVICE,
        since="NCCL 2.7",
    ),
    signature(
        "nccl-completion-error",
        "got completion from peer",
        r"NET/IB ?: Got completion from peer",
        "the network card lost the connection to another node",
        action=(
            "Look in the log of the peer for what ended it; if nothing did, have link and "
            "cable checked."
        ),
        symptom=TIMEOUT,
        role="consequence",
        kind="environment",
        entry="collective-timeout",
        since="NCCL 2.4",
    ),
    signature(
        "nccl-shared-memory",
        (
            "error while creating shared memory segment",
            "error while attaching to shared memory segment",
        ),
        r"Error while (?:creating|attaching to) shared memory segment /dev/shm/nccl",
        "NCCL found no room in shared memory",
        action=(
            "Give the container more shared memory (docker run --shm-size or --ipc=host), "
            "and clear leftovers in /dev/shm."
        ),
        symptom=WORKER_DIED,
        kind="environment",
        since="NCCL 2.4",
    ),
    signature(
        "nccl-no-interface",
        "no socket interface found",
        r"Bootstrap ?: no socket interface found",
        "NCCL found no network interface to start with",
        action="Name the interface in NCCL_SOCKET_IFNAME, as ip addr shows it.",
        symptom=TIMEOUT,
        kind="environment",
        entry="rendezvous-failure",
        since="NCCL 2.4",
    ),
    signature(
        "nccl-invalid-usage",
        "ncclinvalidusage",
        r"ncclInvalidUsage",
        "NCCL was called in a way that it refuses, most often two ranks on one device",
        action=(
            "Run with NCCL_DEBUG=WARN: the line above names the reason; set the device of "
            "each rank first."
        ),
        symptom=DEVICE,
        role="consequence",
        since="NCCL 2.4",
    ),
    signature(
        "nccl-cuda-failure",
        "nccl warn cuda failure",
        r"NCCL WARN Cuda failure (?:\d{1,4} )?'",
        "a CUDA call inside NCCL failed, and the message names it",
        action=(
            "Read the text in quotes: out of memory, an illegal access or a lost device is "
            "the cause, not NCCL."
        ),
        symptom=TIMEOUT,
        role="consequence",
        since="NCCL 2.4",
        strength=0.7,
    ),
    signature(
        "nccl-connection-refused",
        ("call to connect returned", "socketstartconnect: connect to"),
        r"Call to connect returned|socketStartConnect: Connect to \S{1,80} failed",
        "NCCL could not connect to another rank",
        action=(
            "Check that the other rank still runs, that the interface is the right one, "
            "and that the firewall lets the ports pass."
        ),
        symptom=TIMEOUT,
        role="consequence",
        kind="environment",
        entry="rendezvous-failure",
        since="NCCL 2.4",
    ),
    signature(
        "address-in-use",
        ("has failed to listen on any local", "address already in use"),
        r"The server socket has failed to listen on any local network address|\[Errno "
        r"98\] Address already in use|EADDRINUSE",
        "the port is taken, often by an earlier run that still lives",
        action=(
            "End the earlier processes, or choose another port (--master_port, or "
            "--rdzv_endpoint with port 0)."
        ),
        symptom=TIMEOUT,
        kind="environment",
        entry="zombie-processes",
        since="PyTorch 1.9, Linux",
        strength=0.7,
    ),
    signature(
        "tcp-store",
        ("tcpstore", "tcp client failed to connect"),
        r"TCP client failed to connect/validate to host|Timed out after \d{1,9} seconds "
        r"waiting for clients|wait timeout after \d{1,9}ms, keys:",
        "the ranks did not all reach the store through which they meet",
        action=(
            "Check that every rank was started, that all name the same address and port, "
            "and that the port is open."
        ),
        symptom=TIMEOUT,
        kind="environment",
        entry="rendezvous-failure",
        since="PyTorch 1.9",
    ),
    signature(
        "nccl-error",
        "nccl error in",
        r"NCCL error in: .{1,200}",
        "a call of NCCL failed; what follows says whether a peer went away, a CUDA "
        "call failed or it was used wrongly",
        action=(
            "Look in the logs of the other ranks for the one that ended first; run with "
            "NCCL_DEBUG=WARN."
        ),
        symptom=TIMEOUT,
        role="consequence",
        entry="collective-timeout",
        since="PyTorch 1.7",
        strength=0.8,
    ),
)
