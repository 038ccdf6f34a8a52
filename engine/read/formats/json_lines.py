"""JSON lines: one object for each logged row, with other lines in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.read.documents.fields import is_metric
from engine.read.documents.messages import joined, message_of
from engine.read.inputs import NamedFile, Reading
from engine.read.parts.json_text import opens_like_rows, parse_row, parse_rows
from engine.read.parts.limits import kept_lines
from engine.read.parts.logged_rows import read_logged_rows
from engine.read.source import Format, Source

Row = dict[str, object]

_AT_ONCE = 500  # lines that are parsed together, which is twice as fast
_MESSAGES = "messages.log"


def sniff(source: Source) -> bool:
    return opens_like_rows(source.text)


def read(source: Source) -> Reading:
    """Read the objects as rows; the other lines and the sentences inside objects are the log.

    Where no field is a metric and the objects carry texts, the texts are read next as a log.
    """
    parsed = list(_parsed(source.lines))
    rows = [row for row, _ in parsed if row is not None]
    reading = read_logged_rows(
        rows,
        source.name,
        source.names,
    )
    broken = sum(row is None and line.lstrip().startswith('{"') for row, line in parsed)
    warnings = (*_warnings(broken, source.name), *reading.warnings)
    if not any(is_metric(curve.name, source.names) for curve in reading.curves):
        texts = _texts(parsed)
        if texts:
            inner = NamedFile(
                _MESSAGES,
                texts.encode("utf-8", "replace"),
            )
            return Reading(
                config=reading.config,
                inner=(inner,),
                warnings=warnings,
            )
    log = [text for row, line in parsed for text in (_sentences(row) if row else [line])]
    return replace(
        reading,
        log=kept_lines(log),
        warnings=warnings,
    )


def _parsed(lines: list[str]) -> Iterator[tuple[Row | None, str]]:
    """Yield each line with its object, None where it is none."""
    for start in range(
        0,
        len(lines),
        _AT_ONCE,
    ):
        part = lines[start : start + _AT_ONCE]
        rows = parse_rows(part)
        if rows is None:
            yield from ((_row(line), line) for line in part)
        else:
            yield from zip(
                rows,
                part,
                strict=True,
            )


def _row(line: str) -> Row | None:
    return parse_row(line) if line.lstrip().startswith("{") else None


def _texts(parsed: list[tuple[Row | None, str]]) -> str:
    """Return the texts of the objects in order; empty unless most of them carry one."""
    texts = [line if row is None else message_of(row) for row, line in parsed]
    known = [text for text in texts if text]
    return joined(known) if 2 * len(known) > len(parsed) else ""


def _sentences(row: Mapping[str, object]) -> list[str]:
    """Return texts of several words.

    The message of a structured log is one, and often an error.
    """
    return [value for value in row.values() if isinstance(value, str) and " " in value.strip()]


def _warnings(
    broken: int,
    name: str,
) -> tuple[str, ...]:
    if not broken:
        return ()
    return (f"{name}: {broken} lines open like JSON and are not (left out)",)


FORMAT = Format(
    name="json-lines",
    label="JSON lines",
    sniff=sniff,
    read=read,
)
