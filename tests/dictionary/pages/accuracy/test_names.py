import pytest

from dictionary.pages.accuracy.names import names

pytestmark = pytest.mark.usefixtures("whole_site")
MEASURED = {"gone-entry": "A gone entry", "overfitting": "Its old name"}


def test_entries_and_symptoms_with_a_page_are_links_under_their_names_of_today(whole_site):
    found = names(MEASURED)

    entry = found.entry("overfitting")
    assert (entry.term, entry.url) == (whole_site["overfitting"].term, "/e/overfitting/")
    symptom = found.symptom("turns-up")
    assert (symptom.term, symptom.url) == ("Validation loss turns up.", "/s/turns-up/")
    assert found.group("turns-up") == "validation"


def test_what_has_no_page_is_named_without_a_link():
    found = names(MEASURED)

    assert [each.term for each in found.entries(["gone-entry", "no-name-known", "healthy"])] == [
        "A gone entry",
        "no name known",
        "nothing is wrong",
    ]
    assert not any(each.url for each in found.entries(["gone-entry", "no-name-known", "healthy"]))
    assert found.entry("secret-draft").url == ""
    assert (found.symptom("loss-flies").term, found.symptom("loss-flies").url) == ("Loss flies", "")
    assert found.group("loss-flies") == ""


def test_all_names_take_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        names(MEASURED)
