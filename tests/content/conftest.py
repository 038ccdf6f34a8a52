import pytest

from tests.small_content import small_files


@pytest.fixture(scope="module")
def files():
    return small_files()
