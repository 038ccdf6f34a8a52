import pytest

from tests.pages.site import make_content, make_whole_site


@pytest.fixture
def content(db):
    return make_content()


@pytest.fixture
def whole_site(db):
    return make_whole_site()
