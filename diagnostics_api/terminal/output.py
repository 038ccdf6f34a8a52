"""Print to a standard output that may be closed, full or unable to encode a character."""

from __future__ import annotations

import os
from io import TextIOBase
from typing import TextIO

Stream = TextIO | TextIOBase  # the second for the one that Django gives a command


class UnwritableError(Exception):
    """Say to the person at the terminal why nothing can be printed."""


def print_output(text: str, stream: Stream | None) -> None:
    """Print the text. A reader that stops early, such as head, is no fault.

    Characters that the stream cannot encode are printed as escapes. Raises UnwritableError.
    """
    if stream is None:  # Python has no stream where the shell closed it
        raise UnwritableError("standard output is closed")

    printable = _encodable(text, stream)
    try:
        stream.write(printable)
        stream.flush()
    except BrokenPipeError:
        _discard_rest(stream)
    except OSError as error:
        _discard_rest(stream)
        raise UnwritableError(f"standard output: {error.strerror}") from error


def _encodable(text: str, stream: Stream) -> str:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    data = text.encode(encoding, "backslashreplace")
    return data.decode(encoding)


def _discard_rest(stream: Stream) -> None:
    """Let Python's own flush at the end, of what was not printed, go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
