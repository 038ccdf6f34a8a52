"""Names, comments and messages have one spelling, the American one."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
ENDINGS = ("*.py", "*.html", "*.md", "*.css", "*.js", "*.txt", "*.toml", "*.sh")
# Texts of others, words that users write, and tests that need a misspelling.
LEFT_OUT = (
    "fixtures/",
    "benchmarks/data/",
    "static/fonts/",
    "engine/words_model/vocabulary.py",
    "tests/engine/read/golden/",
    "tests/engine/read/formats/golden/",
    "tests/engine/read/unseen/",
    "tests/engine/read/logs/",
)
BRITISH = re.compile(
    r"\b(?:\w*(?:normalis|recognis|serialis|optimis(?!tic)|initialis|generalis|regularis)\w+"
    r"|colours?|neighbour\w*|behaviours?|licences?|labell\w+|misspelt|centred|centre)\b",
    re.IGNORECASE,
)
# The last one is a word of people's configurations, in a table of such words.
ALLOWED = re.compile(r"aria-labelledby|colour: |\"colour\"|slug: optimisation|\"optimiser\"")


def tracked():
    listed = subprocess.run(  # noqa: S603 (constants)
        ["git", "ls-files", *ENDINGS],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = filter(is_there, listed.stdout.split())
    return [path for path in paths if not path.startswith(LEFT_OUT) and path != own_path()]


def is_there(path):
    """Return whether a file that git lists was not deleted since."""
    return (ROOT / path).exists()


def own_path():
    return Path(__file__).relative_to(ROOT).as_posix()


def british(text):
    return BRITISH.findall(ALLOWED.sub("", text))


def test_spelling_is_american():
    slips = {}
    for path in tracked():
        words = british((ROOT / path).read_text(encoding="utf-8"))
        if words:
            slips[path] = words

    assert slips == {}


def test_british_words_are_found():
    assert british("Normalised colours of a neighbour") == ["Normalised", "colours", "neighbour"]
    assert british("an optimistic color, aria-labelledby") == []
