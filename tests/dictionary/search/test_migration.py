import pytest
from django.core.management import call_command
from django.db import connection

from dictionary.search import search
from tests import factories


@pytest.mark.django_db(transaction=True)
def test_the_index_can_be_taken_back_and_made_again():
    call_command("migrate", "dictionary", "0001", verbosity=0)
    assert "dictionary_search" not in connection.introspection.table_names()
    call_command("migrate", "dictionary", verbosity=0)
    factories.EditionFactory()
    assert search("anything") == []
