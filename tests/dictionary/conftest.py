import pytest

from tests.dictionary.search.library import make_library


@pytest.fixture
def library(db):
    make_library()
