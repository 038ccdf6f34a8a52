"""People who ask for pages without a pause, and count what was not answered."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from itertools import cycle
from threading import Condition, Event

PATIENCE = 60  # seconds: a machine under load is slow, a lost request breaks at once
PAGES = ("/healthz", "/", "/dictionary/", "/symptoms/", "/quiz/", "/api/v1/failure-modes/")
CURVES = {"metrics": {"step": [1, 2, 3], "train_loss": [2.303, 2.302, 2.303]}}
DIAGNOSES = "/api/v1/diagnoses/"
PADDED = 70_000  # bytes: more than what is read in the process itself


class Traffic:
    """So many clients on kept connections, and as many on a new one for each request."""

    def __init__(self, address: str, paths: Sequence[str] = PAGES, clients: int = 2) -> None:
        self.answered: Counter[str] = Counter()
        self.lost: list[str] = []
        self._address = address
        self._paths = paths
        self._clients = clients
        self._is_over = Event()
        self._told = Condition()

    @contextmanager
    def flowing(self, are_kept: tuple[bool, ...] = (True, False)) -> Iterator[None]:
        """Ask until the block is left, which is when every answer is here."""
        with ThreadPoolExecutor(self._clients * len(are_kept)) as pool:
            tasks = [
                pool.submit(self._ask, kept) for kept in are_kept for _ in range(self._clients)
            ]
            try:
                self.wait_for_more()
                yield
                self.wait_for_more()
            finally:
                self._is_over.set()
            for task in tasks:
                task.result()

    def wait_for_more(self, count: int = 20) -> None:
        """Wait until so many more requests have been answered or lost."""
        with self._told:
            wanted = self._done() + count
            if not self._told.wait_for(lambda: self._done() >= wanted, PATIENCE):
                raise RuntimeError(f"no {count} answers in {PATIENCE} s")

    def _done(self) -> int:
        return self.answered.total() + len(self.lost)

    def _ask(self, is_kept: bool) -> None:
        connection = HTTPConnection(self._address, timeout=PATIENCE)
        for path in cycle(self._paths):
            if self._is_over.is_set():
                break
            lost = self._lost(connection, path)
            if lost or not is_kept:
                connection.close()
            with self._told:
                self.lost.extend([f"{path}: {lost}"] if lost else [])
                self.answered.update([] if lost else [path])
                self._told.notify_all()
        connection.close()

    def _lost(self, connection: HTTPConnection, path: str) -> str:
        """Ask once and return what came instead of an answer; "" where one came."""
        method, body, headers = "GET", None, {"Host": "localhost"}
        if path == DIAGNOSES:
            method, body = "POST", json.dumps(CURVES).ljust(PADDED)
            headers["Content-Type"] = "application/json"
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            response.read()
        except (OSError, HTTPException) as error:
            return repr(error)
        return "" if response.status == 200 else str(response.status)
