import pytest

from tests.dictionary.search.library import make_library
from tests.rows import made_once


@pytest.fixture
def library(db):
    made_once(make_library)
