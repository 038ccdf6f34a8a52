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

Exceptions: tests/density.tsv lists the files that break the budget (scripts/structure/budget.py).
`--exceptions` lowers the list to what the files are today. It adds nothing, except to a list that
does not exist, and writes nothing while a file breaks the budget by more than the list allows.
Files that git sees renamed since the list was last committed take their exceptions along; put new
paths into the index first (git add). For renames that git does not see there is
`--renamed OLD=NEW`, with files or folders.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for `python scripts/figures.py`: Python adds scripts/ only

from scripts.structure.budget import budget_breaches  # noqa: E402
from scripts.structure.checkout import (  # noqa: E402
    Checkout,
    UnreadableSourceError,
    read_checkout,
)
from scripts.structure.exceptions import (  # noqa: E402
    ExceptionListError,
    Values,
    by_place,
    lowered,
    read_exceptions,
    renamed,
    write_exceptions,
)
from scripts.structure.renames import git_renames  # noqa: E402
from scripts.structure.table import as_json, as_text, tables  # noqa: E402

EXCEPTIONS = "tests/density.tsv"


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
    arguments.add_argument(
        "--exceptions",
        action="store_true",
        help=f"lower {EXCEPTIONS} instead of printing figures",
    )
    arguments.add_argument(
        "--renamed",
        action="append",
        type=rename,
        default=[],
        metavar="OLD=NEW",
        help="with --exceptions: take the exceptions of OLD over to NEW",
    )
    return arguments


def folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path.resolve()


def rename(text: str) -> tuple[str, str]:
    old, _, new = text.partition("=")
    if not (old and new):
        raise argparse.ArgumentTypeError(f"{text} is not OLD=NEW")
    return old.rstrip("/"), new.rstrip("/")


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    try:
        checkout = read_checkout(options.root)
        if options.exceptions:
            return lower_exceptions(checkout, dict(options.renamed))
    except (UnreadableSourceError, ExceptionListError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1

    every = tables(checkout)
    output = as_json(every) if options.json else as_text(every)
    print(output)
    return 0


def lower_exceptions(checkout: Checkout, told: dict[str, str]) -> int:
    """Rewrite the list. Return 1 when a file breaks the budget by more than the list allows."""
    file = checkout.root / EXCEPTIONS
    measured = by_place(budget_breaches(checkout))
    if not file.exists():
        write_exceptions(file, measured)
        print(f"{EXCEPTIONS}: {len(measured)} exceptions, a new list")
        return 0

    renames = git_renames(checkout.root, file) | told
    listed = renamed(read_exceptions(file), renames)
    result = lowered(listed, measured)
    if result.refused:
        # An unknown rename looks like a file that is gone; its exceptions must not be lost.
        report_refused(result.refused)
        return 1
    write_exceptions(file, result.kept)
    print(f"{EXCEPTIONS}: {len(result.kept)} exceptions, {len(listed)} before")
    return 0


def report_refused(refused: Values) -> None:
    for place in sorted(refused):
        path, rule = place
        value = refused[place]
        print(f"refused: {path} {rule} {value:g}", file=sys.stderr)
    advice = "mend these files, or name what was renamed with --renamed OLD=NEW"
    print(f"error: {EXCEPTIONS} is unchanged: {advice}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
