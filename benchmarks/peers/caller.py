"""Ask a tool about files, in a process of its own that is stopped when it takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import Any

from benchmarks.peers.finding import Finding
from benchmarks.peers.peer import Peer

ROOT = Path(__file__).resolve().parent.parent.parent
START = 60.0  # seconds until a tool must be imported


class MissingToolError(Exception):
    """The tool is not installed in the Python that was named."""


@dataclass(frozen=True, slots=True)
class Reply:
    """findings: in the tool's order. failure: why there is no answer, or empty."""

    findings: tuple[Finding, ...] = ()
    milliseconds: float = 0.0
    failure: str = ""


class Caller:
    """A running tool; closed by `with`. timeout: seconds for one file."""

    def __init__(self, peer: Peer, python: str = sys.executable, timeout: float = 20.0) -> None:
        self.command = [python, "-m", "benchmarks.peers.worker", peer.adapter, peer.name]
        self.peer = peer
        self.timeout = timeout
        self.version = ""
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Caller:
        """Raises MissingToolError."""
        try:
            self._start()
        except MissingToolError:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def ask(self, path: Path) -> Reply:
        """Return the answer on a file. A tool that hung or died is started again."""
        process = self._process or self._start()
        if process.stdin is None:
            raise ValueError("the tool was started without a pipe")
        process.stdin.write(f"{path}\n")
        process.stdin.flush()
        answer = self._line(process, self.timeout)
        if answer is None:
            self._stop()
            return Reply(failure=f"no answer within {self.timeout:g} s, or the process ended")
        return _reply(answer)

    def _start(self) -> subprocess.Popen[str]:
        process = _opened(self.command)
        self._process = process
        first = self._line(process, START)
        if first is None or "version" not in first:
            reason = (first or {}).get("missing", "its process ended at once")
            raise MissingToolError(f"{self.peer.name} is left out: {reason}")
        self.version = first["version"]
        return process

    def _line(self, process: subprocess.Popen[str], seconds: float) -> dict[str, Any] | None:
        """Return the next line as JSON; None where there is none in time."""
        if process.stdout is None:
            raise ValueError("the tool was started without a pipe")
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            line = process.stdout.readline()
        finally:
            timer.cancel()
        if not line.endswith("\n"):
            return None
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate()


def _opened(command: Sequence[str]) -> subprocess.Popen[str]:
    """Start the worker in the project's folder; the paths of this Python are not handed on."""
    return subprocess.Popen(  # noqa: S603 (the interpreter that the user names)
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def _reply(answer: dict[str, Any]) -> Reply:
    if "failure" in answer:
        return Reply(failure=answer["failure"])
    found = tuple(Finding(*row) for row in answer["findings"])
    return Reply(found, answer["milliseconds"])
