"""One id for each request: in every log line, in the answer's header and on error pages."""

from __future__ import annotations

import logging
import re
import uuid
from contextvars import ContextVar

from django.http import HttpRequest

HEADER = "X-Request-ID"
WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")

current: ContextVar[str] = ContextVar("request_id", default="")


def request_id_of(request: HttpRequest, behind_proxy: bool) -> str:
    """Return the id that the proxy gave the request, else a new one of 32 hexadecimal digits.

    Without a proxy the header is the client's own word, which could imitate another request.
    """
    sent = request.headers.get(HEADER, "")
    if behind_proxy and WELL_FORMED.fullmatch(sent):
        return sent
    return uuid.uuid4().hex


class AddRequestId(logging.Filter):
    """Give each record the id of the request that is being answered; "" outside of requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = current.get()
        return True
