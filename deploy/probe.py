"""Exit with 0 when the site answers that it can diagnose: the HEALTHCHECK of the image.

BIND, ALLOWED_HOSTS and BEHIND_PROXY are those of the site.
"""

from __future__ import annotations

import http.client
import os
import sys

SECONDS = 10  # the first answer of a new version waits for what is made from the content
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 (asked, not listened to)
ANY_HOST = ("", "*")


def main() -> int:
    problem = ""
    try:
        problem = problem_of_site()
    except (OSError, http.client.HTTPException) as error:
        problem = f"no answer: {error}"
    if problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def problem_of_site() -> str:
    """Return what the site says is wrong; "" where nothing is."""
    bind = os.environ.get("BIND", "127.0.0.1:8000")
    host, _, port = bind.rpartition(":")
    address = EVERY_ADDRESS.get(host, host)
    connection = http.client.HTTPConnection(
        address.strip("[]"),
        int(port),
        timeout=SECONDS,
    )
    connection.request(
        "GET",
        "/readyz",
        headers=headers(),
    )
    answer = connection.getresponse()
    if answer.status == http.HTTPStatus.OK:
        return ""
    said = answer.read(500)
    return f"{answer.status}: {said.decode(errors='replace')}"


def headers() -> dict[str, str]:
    """Return what a proxy would send: the site answers no other host, and no plain HTTP."""
    allowed = os.environ.get("ALLOWED_HOSTS", "")
    first, _, _ = allowed.partition(",")
    host = first.strip().lstrip(".")
    sent = {"X-Forwarded-Proto": "https"}
    if host not in ANY_HOST:
        sent["Host"] = host
    return sent


if __name__ == "__main__":
    sys.exit(main())
