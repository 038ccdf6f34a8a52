"""Print the figures of a checkout: size, functions, tests, site, commits, density, and each part.

Definitions:
  code           Python files outside tests, `fixtures/` (content with its specimen programs) and
                 `migrations/`; benchmarks, lab and scripts count; files without a character do not
  tests          Python files below `tests/`, and files called test_*.py, tests.py or conftest.py
  lines          all lines of a file; of a function those from `def` to its end
  functions      functions, methods and functions within functions; no lambdas
  p90            value at nine tenths of the sorted values
  arguments      without self, cls, *args and **kwargs
  branches       1 + if, ternary, loop, comprehension, except, case, and each `and` and `or`
  typed          share of functions whose result and every argument are annotated
  comment lines  lines that hold nothing but a comment; code lines hold a token, docstrings too
  asserts        assert statements and calls of assert*; tests without expect no error either
  view files     views.py and the files in views/; function views take `request` first
  settings       files that assign INSTALLED_APPS
  commits        no merges; sizes are those of the commits that change more than fixtures/, lock
                 files and data, and count the rest
  density        over the lines that are not blank; characters and nodes are means, a node is one
                 step of ast.walk over the whole file
  private        functions whose name starts with one underscore
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for `python scripts/figures.py`: Python adds scripts/ only

from scripts.structure.checkout import (  # noqa: E402
    UnreadableSourceError,
    read_checkout,
)
from scripts.structure.table import as_json, as_text, tables  # noqa: E402


def parser() -> argparse.ArgumentParser:
    arguments = argparse.ArgumentParser(
        prog="figures.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.add_argument(
        "--root",
        type=folder,
        default=ROOT,
        help="another checkout",
    )
    arguments.add_argument(
        "--json",
        action="store_true",
        help="print JSON",
    )
    return arguments


def folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path.resolve()


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        checkout = read_checkout(options.root)
    except UnreadableSourceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1

    every = tables(checkout)
    output = as_json(every) if options.json else as_text(every)
    print(output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
