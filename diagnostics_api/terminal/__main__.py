"""lossary FILE...: a diagnosis without a database and without Django."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path

from content.problems import ContentError
from diagnostics_api.service.published import published_from_folder
from diagnostics_api.terminal.command import (
    HELP,
    UnreadableError,
    add_arguments,
    options_of,
    output_of,
)
from diagnostics_api.terminal.output import UnwritableError, print_output
from diagnostics_api.terminal.progress import progress

CONTENT = Path(__file__).parents[2] / "fixtures"
NO_ANSWER = 2  # 1 is a verdict
INTERRUPTED = 130  # as a shell reports a program that Ctrl-C ended


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="lossary", description=HELP)
    add_arguments(parser)
    parser.add_argument(
        "--content",
        type=folder,
        default=CONTENT,
        metavar="PATH",
        help="the content folder (default: fixtures/ of this project)",
    )
    parsed = parser.parse_args(arguments)
    try:
        options = options_of(vars(parsed))
        with progress(f"Reading the content of {parsed.content}", sys.stderr):
            published = published_from_folder(parsed.content)
        with progress("Diagnosing", sys.stderr):
            output = output_of(options, published)
        print_output(output.text, sys.stdout)
    except UnreadableError as error:
        return refused(error, UnreadableError.exit_code)
    except (ContentError, ValueError) as error:
        return refused(error, NO_ANSWER)
    except OSError as error:
        return refused(f"{error.filename}: {error.strerror}", NO_ANSWER)
    except UnwritableError as error:
        return refused(error, NO_ANSWER)
    except KeyboardInterrupt:
        return INTERRUPTED
    return output.exit_code


def folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise ArgumentTypeError(f"there is no folder {text}")
    return path


def refused(error: Exception | str, exit_code: int) -> int:
    sys.stderr.write(f"error: {error}\n")
    return exit_code


if __name__ == "__main__":
    sys.exit(main())
