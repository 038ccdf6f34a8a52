"""A learner who answers quizzes over HTTP and remembers what was acknowledged."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.endurance.server import Server

PATIENCE = 30  # seconds for an answer: a machine under load is slow, a lost server resets at once
QUESTIONS = 6  # of a quiz of the six entries
GONE = (OSError, HTTPException, URLError)
FIELD = re.compile(r'name="(csrfmiddlewaretoken|item|revision)" value="([^"]*)"')
OPTION = re.compile(r'name="option" value="([0-9a-f]{8})"')


@dataclass
class Memory:
    """What a learner was told, to be found in the database.

    answers: item -> the option that was acknowledged last. sent: item -> options that were sent
    since and may be stored. submitted: attempts whose submission was acknowledged.
    """

    answers: dict[str, str] = field(default_factory=dict)
    sent: dict[str, list[str]] = field(default_factory=dict)
    submitted: set[str] = field(default_factory=set)
    acknowledged: int = 0
    broken: int = 0  # requests without an answer
    errors: list[str] = field(default_factory=list)


class Learner:
    def __init__(self, server: Server, seed: int, told: Callable[[], None]) -> None:
        self.memory = Memory()
        self._server = server
        self._site = server.address
        self._told = told
        self._rng = random.Random(seed)
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def take_quizzes(self, is_over: Callable[[], bool]) -> Memory:
        """Answer one quiz after another. A broken connection means: read the page again."""
        while not is_over():
            try:
                self._take_one(is_over)
            except HTTPError as error:
                self.memory.errors.append(f"{error.url}: {error.code}")
                error.close()
            except GONE:
                self.memory.broken += 1
                self._server.is_up.wait(PATIENCE)
        return self.memory

    def _take_one(self, is_over: Callable[[], bool]) -> None:
        page, _ = self._request("/quiz/")
        token = dict(FIELD.findall(page))["csrfmiddlewaretoken"]
        question, address = self._request("/quiz/mixed/start/", {"csrfmiddlewaretoken": token})
        attempt = address.partition("?")[0]
        for position in range(1, QUESTIONS + 1):
            if is_over():
                return
            question, _ = self._request(f"{attempt}?q={position}")
            self._answer(attempt, question)
        form = {"csrfmiddlewaretoken": dict(FIELD.findall(question))["csrfmiddlewaretoken"]}
        _, shown = self._request(f"{attempt}finish/", form)
        if shown.partition("?")[0].endswith("/result/"):
            self.memory.submitted.add(attempt.strip("/").rpartition("/")[2])

    def _answer(self, attempt: str, question: str) -> None:
        form = dict(FIELD.findall(question))
        option = self._rng.choice(OPTION.findall(question))
        item = form["item"]
        self.memory.sent.setdefault(item, []).append(option)
        self._request(f"{attempt}answer/", {**form, "option": option})
        self.memory.answers[item] = option
        self.memory.sent[item] = []
        self.memory.acknowledged += 1
        self._told()

    def _request(self, path: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """Return the page and its path, after redirects."""
        data = urlencode(form).encode() if form is not None else None
        request = Request(f"http://{self._site}{path}", data, {"Connection": "close"})
        with self._opener.open(request, timeout=PATIENCE) as response:
            page = response.read().decode()
            return page, response.url.partition(self._site)[2]
