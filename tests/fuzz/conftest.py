import pytest

from tests.fuzz.campaign import warm_up


@pytest.fixture(scope="session", autouse=True)
def _warm():
    """Make what is made once per process: it counts for no answer."""
    warm_up()
