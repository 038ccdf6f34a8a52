import pytest
from django.http import Http404

from dictionary.retired import merged_symptom, survivor_of
from tests import factories


@pytest.mark.django_db
def test_the_survivor_is_found_by_slug_and_by_number():
    entry = factories.FailureModeFactory(slug="kept")
    factories.RetiredFactory(code="LY-0900", slug="old-name", survivor="kept")

    assert survivor_of(slug="old-name") == entry
    assert survivor_of(code="LY-0900") == entry


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["never-there", "leads-nowhere"])
def test_a_name_without_a_published_survivor_is_not_found(slug):
    factories.RetiredFactory(slug="leads-nowhere", survivor="secret-draft")

    with pytest.raises(Http404, match=f"no failure mode '{slug}'"):
        survivor_of(slug=slug)


@pytest.mark.django_db
def test_a_merged_symptom_is_found_by_its_former_slug():
    symptom = factories.SymptomFactory(formerly=["old-sign"])
    factories.IndicationFactory(failure_mode=factories.FailureModeFactory(), symptom=symptom)

    assert merged_symptom("old-sign") == symptom
    with pytest.raises(Http404, match="no symptom 'new-sign'"):
        merged_symptom("new-sign")
