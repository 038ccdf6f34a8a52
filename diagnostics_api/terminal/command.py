"""The diagnose command: its options, its input and its output, without Django."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from diagnostics_api.service.answer import Answer, answer_to
from diagnostics_api.service.diagnosis_request import DEFAULT_TOP, MAX_TOP
from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.published import Published
from diagnostics_api.service.report_data import report_of
from diagnostics_api.terminal.files import files_of
from diagnostics_api.terminal.text import answer_as_text
from engine.read import NamedFile, ReadError

HELP = (
    "Diagnose a training run from its logs, metric files and configuration. Exits with 0 whatever "
    "the verdict and with 2 when there is no answer: the input cannot be read or holds nothing. "
    "With --exit-code it exits with 1 for a failure of training and for one that no entry covers."
)
FAILED = 1
FAILURES = frozenset({"failure", "not-covered"})
NOTHING_GIVEN = "Nothing to diagnose: name a file or describe the problem."
STANDARD_INPUT = "-"
PIPED = "standard input"


class UnreadableError(Exception):
    """Say to the person at the terminal why the input cannot be read."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Options:
    files: tuple[str, ...] = ()
    describe: str = ""
    config: str | None = None
    top: int = DEFAULT_TOP
    as_json: bool = False
    run: str = ""
    names: tuple[tuple[str, str], ...] = ()
    exits_by_verdict: bool = False


@dataclass(frozen=True, slots=True)
class Output:
    """What the command prints, its last newline included, and what it exits with."""

    text: str
    exit_code: int = 0


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="logs, tables, event files, archives, run folders; - reads standard input, and so "
        "does a pipe without any file",
    )
    parser.add_argument("--describe", default="", metavar="TEXT", help="the problem in words")
    parser.add_argument("--config", metavar="FILE", help="the configuration, YAML or JSON")
    parser.add_argument(
        "--top",
        type=int,
        default=DEFAULT_TOP,
        help=f"failure modes to list (1 to {MAX_TOP})",
    )
    parser.add_argument(
        "--run",
        default="",
        metavar="NAME",
        help="the run to diagnose where a file holds several, as the block Read as lists them",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="OWN=CANONICAL",
        help="take the curve that a file calls OWN for CANONICAL, such as acc=val_accuracy; "
        "nothing behind the sign leaves it out; may be given several times",
    )
    parser.add_argument("--json", action="store_true", help="print the answer of the API")
    parser.add_argument(
        "--exit-code",
        action="store_true",
        help="exit with 1 where the verdict is failure or not-covered, for scripts and CI",
    )


def options_of(parsed: Mapping[str, Any]) -> Options:
    """Return the options as they were parsed. Raises UnreadableError."""
    top = parsed["top"]
    if not 1 <= top <= MAX_TOP:
        raise UnreadableError(f"--top must be between 1 and {MAX_TOP}")
    return Options(
        files=tuple(parsed["files"]),
        describe=parsed["describe"],
        config=parsed["config"],
        top=top,
        as_json=parsed["json"],
        run=parsed["run"],
        names=tuple(map(_correction, parsed["name"])),
        exits_by_verdict=parsed["exit_code"],
    )


def _correction(text: str) -> tuple[str, str]:
    """Part OWN=CANONICAL at its last sign: names of tools may hold one. Raises UnreadableError."""
    own_name, sign, canonical = text.rpartition("=")
    if not sign or not own_name.strip():
        raise UnreadableError(f"--name must be OWN=CANONICAL, such as acc=val_accuracy: {text!r}")
    return own_name, canonical.strip()


def output_of(options: Options, published: Published) -> Output:
    """Diagnose and print. Raises UnreadableError."""
    answer = _answer(options, published)
    failed = options.exits_by_verdict and answer.report.verdict in FAILURES
    exit_code = FAILED if failed else 0
    return Output(_text_of(answer, options), exit_code)


def _text_of(answer: Answer, options: Options) -> str:
    if not options.as_json:
        return answer_as_text(answer)
    data = report_of(answer).as_data()
    return json.dumps(data, indent=2) + "\n"  # ASCII: right in every encoding of a terminal


def _answer(options: Options, published: Published) -> Answer:
    try:
        question = read_fields(_fields(options), published.knowledge)
    except OSError as error:
        raise UnreadableError(f"{error.filename}: {error.strerror}") from error
    except (ReadError, FieldsError) as error:
        raise UnreadableError(str(error)) from error
    except NothingToDiagnoseError as error:
        raise UnreadableError(NOTHING_GIVEN) from error
    return answer_to(question, published)


def _fields(options: Options) -> dict[str, Any]:
    """Raises OSError and UnreadableError."""
    fields: dict[str, Any] = {"description": options.describe, "top": options.top}
    if options.config:
        text = Path(options.config).read_text(encoding="utf-8", errors="replace")
        fields["config"] = text
    fields["files"] = _files(options.files) or _piped(options)
    fields["reading"] = {"run": options.run, "names": dict(options.names)}
    return fields


def _files(names: Sequence[str]) -> list[NamedFile]:
    """Raises OSError and UnreadableError."""
    files = files_of(name for name in names if name != STANDARD_INPUT)
    if STANDARD_INPUT in names:
        files.append(NamedFile(PIPED, _standard_input(sys.stdin)))
    if names and not files:
        raise UnreadableError("the folder holds no file that is read: no log, table or JSON")
    return files


def _piped(options: Options) -> list[NamedFile]:
    """Read a pipe where nothing else is given; a terminal would wait for somebody to type."""
    is_pipe = sys.stdin is not None and not sys.stdin.isatty()
    if options.describe or options.config or not is_pipe:
        return []
    piped = NamedFile(PIPED, _standard_input(sys.stdin))
    return [piped] if piped.content.strip() else []


def _standard_input(stream: TextIO | None) -> bytes:
    """Raises UnreadableError."""
    if stream is None:  # Python has no stream where the shell closed it
        raise UnreadableError("standard input is closed")
    return stream.buffer.read()
