"""The server answers from several threads, so what they share must not keep a state."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.language import stem

ENDINGS = ("ization", "fulness", "ational", "iveness", "ingly", "ies", "edly", "s", "")
WORDS = [
    f"{start}{middle}{ending}"
    for start in "bcdfg"
    for middle in ("ener", "ation", "oper")
    for ending in ENDINGS
]


@pytest.fixture
def hasty_threads():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty_threads")
def test_words_are_stemmed_the_same_in_all_threads():
    uncached = stem.__wrapped__
    expected = [uncached(word) for word in WORDS]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: [uncached(word) for word in WORDS], range(8)))
    assert found == [expected] * 8


def test_forms_of_a_word_share_a_stem():
    assert stem("exploding") == stem("explode") == stem("explodes")
    assert stem("loss") != stem("lose")


def test_only_one_module_imports_the_stemmer():
    """A second stemmer would need the same care for threads, and could disagree."""
    root = Path(__file__).parents[2]
    parts = ("engine", "dictionary", "quizzes", "diagnostics_api", "benchmarks")
    sources = [path for part in parts for path in (root / part).rglob("*.py")]
    users = [path.name for path in sources if "import snowballstemmer" in path.read_text()]
    assert users == ["language.py"]
