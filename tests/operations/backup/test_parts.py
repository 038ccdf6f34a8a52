import pytest

from operations.backup.parts import filled_models
from tests.operations.site import empty, make_site

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_migrate_makes_is_no_use():
    assert filled_models() == []


def test_database_that_was_emptied_is_not_in_use():
    make_site()
    assert filled_models() != []

    empty()

    assert filled_models() == []
