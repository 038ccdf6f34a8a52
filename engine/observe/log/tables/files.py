"""Files, disks, networks and servers."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

DISK = "log-disk-full"
INPUT = "log-invalid-input-values"
CHECKPOINT = "log-checkpoint-mismatch"

FILES: tuple[Signature, ...] = (
    signature(
        "disk-full",
        ("no space left", "quota exceeded", "enospc", "streamwriter failed"),
        r"PytorchStreamWriter failed writing|No space left on device|Disk quota "
        r"exceeded|\bENOSPC\b",
        "the disk is full",
        action=(
            "Free space or write elsewhere, keep fewer checkpoints, and check the last one before"
            " you resume."
        ),
        symptom=DISK,
        kind="environment",
        entry="disk-full",
        since="Linux, PyTorch 1.6",
    ),
    signature(
        "missing-file",
        "no such file or directory",
        r"(?:FileNotFoundError|IOError|OSError): .{0,20}No such file or directory|can't "
        r"open file '.{1,300}': \[Errno 2\]",
        "a file or folder that the program names does not exist there",
        action=(
            "Check the path from the folder in which the program runs, and that the mount "
            "or download is complete."
        ),
        kind="environment",
        since="Python 3",
    ),
    signature(
        "permission-denied",
        ("permission denied", "permissionerror"),
        r"PermissionError: \[Errno 13\]",
        "the process may not read or write that file",
        action="Change the owner or the rights, or write to a folder of your own.",
        kind="environment",
        since="Python 3",
    ),
    signature(
        "stale-handle",
        ("stale file handle", "input/output error", "read-only file system"),
        r"\[Errno (?:116|5|30)\] (?:Stale file handle|Input/output error|Read-only file system)",
        "the network disk or the disk failed while the program used it",
        action=(
            "Check the mount; copy the data to a local disk, and start again from the last "
            "checkpoint."
        ),
        kind="environment",
        since="Linux",
    ),
    signature(
        "json-decode",
        "jsondecodeerror",
        r"JSONDecodeError: (?:Expecting|Extra data|Unterminated|Invalid)",
        "a file or an answer is no valid JSON",
        action=(
            "Print the file at the position that is named; an empty or cut file is the "
            "usual reason."
        ),
        kind="environment",
        entry="corrupted-samples",
        since="Python 3",
    ),
    signature(
        "unicode-decode",
        "codec can't decode byte",
        r"UnicodeDecodeError: '[\w-]{1,20}' codec can't decode byte",
        "a text file has another encoding than the program takes",
        action="Name the encoding when you open the file, or convert the file.",
        symptom=INPUT,
        entry="corrupted-samples",
        since="Python 3",
        strength=0.7,
    ),
    signature(
        "bad-zip",
        ("badzipfile", "file is not a zip file", "ran out of input"),
        r"BadZipFile: File is not a zip file|EOFError: Ran out of input",
        "a file is empty or was cut",
        action="Compare its size with the source, and write or download it again.",
        symptom=CHECKPOINT,
        kind="environment",
        entry="checkpoint-corruption",
        since="Python 3",
        strength=0.6,
    ),
    signature(
        "http-refused",
        (
            "too many requests",
            "client error: unauthorized",
            "client error: forbidden",
            "gated repo",
        ),
        r"HTTPError: (?:401|403|429) |(?:401|403|429) Client Error|You are trying to "
        r"access a gated repo",
        "a server refused the download: no permission, or too many requests",
        action=(
            "Log in with a token that may read it and accept the terms; or wait and "
            "download once to a shared cache."
        ),
        kind="environment",
        since="Transformers 4, requests 2",
    ),
    signature(
        "network-unreachable",
        ("max retries exceeded", "name resolution", "read timed out", "we couldn't connect to"),
        r"Max retries exceeded with url|Temporary failure in name resolution|"
        r"ReadTimeoutError|Read timed out\.|We couldn't connect to '",
        "the machine could not reach a server",
        action=(
            "Download before the job where there is a network, and set HF_HUB_OFFLINE=1 on "
            "nodes without one."
        ),
        kind="environment",
        since="requests 2, Transformers 4",
    ),
    signature(
        "wandb-network",
        ("entering retry loop", "api_key not configured"),
        r"wandb: .{0,20}(?:Network error|ERROR api_key not configured)",
        "the tracker cannot reach its server or has no key; training goes on or waits",
        action="Log in, or set WANDB_MODE=offline and send the run later.",
        role="advice",
        kind="environment",
        since="wandb 0.10",
        ends_run=False,
    ),
    signature(
        "certificate-failed",
        ("sslcertverificationerror", "certificate verify failed"),
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed",
        "the certificate of a server could not be checked",
        action="Install the certificates of your network, and check the clock of the machine.",
        kind="environment",
        since="Python 3",
    ),
)
