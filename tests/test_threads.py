"""The server answers from several threads, so what they share must not keep a state."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from dictionary.search.words import stem as stem_of_searches
from engine.text.words import stem as stem_of_reports
from quizzes.words import stems as stems_of_quizzes

ENDINGS = ("ization", "fulness", "ational", "iveness", "ingly", "ies", "edly", "s", "")
WORDS = [f"{start}{middle}{ending}" for start in "bcdfg" for middle in ("ener", "ation", "oper") for ending in ENDINGS]


@pytest.fixture
def hasty_threads():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize("stem", [stem_of_reports, stem_of_searches, stems_of_quizzes])
@pytest.mark.usefixtures("hasty_threads")
def test_words_are_stemmed_the_same_in_all_threads(stem):
    uncached = stem.__wrapped__
    expected = [uncached(word) for word in WORDS]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: [uncached(word) for word in WORDS], range(8)))
    assert found == [expected] * 8
