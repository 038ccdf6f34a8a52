"""The addresses of what the dictionary holds."""

import pytest

from dictionary.addresses import addresses
from tests import factories

pytestmark = pytest.mark.usefixtures("whole_site")


def test_everything_with_a_page_has_an_address():
    paths = {address.path for address in addresses()}

    assert {
        "/dictionary/numerics/",
        "/e/overfitting/",
        "/s/turns-up/",
        "/checks/half-the-data/",
    } <= paths


def test_drafts_and_symptoms_without_entries_have_none():
    factories.SymptomFactory(slug="unused")

    paths = {address.path for address in addresses()}

    assert "/e/secret-draft/" not in paths
    assert "/s/unused/" not in paths


def test_only_entries_say_when_they_changed():
    changed = {address.path: address.changed for address in addresses()}

    assert changed["/e/overfitting/"] == "2026-11-22"
    assert changed["/checks/half-the-data/"] == ""
