"""Lists of an entry are checked as the content files are, at their field."""

import json

import pytest

from tests.dictionary.test_admin import edit, edits, form_of, high, loaded

__all__ = ["high", "loaded"]  # fixtures

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]


def errors_in(response):
    assert response.status_code == 200
    return response.context["adminform"].form.errors


REFUSED_LISTS = [
    ("causes", [{"text": "It is so."}], "Field required"),
    ("find_the_cause", [{"result": "R"}], "Field required"),
    ("boundaries", [{"text": "T", "failure_mode": "A b"}], "should match pattern"),
    ("numbers", [{"value": "5", "kind": "guess", "source": "S"}], "Input should be 'measured'"),
    ("example_series", ["Train Loss"], "should match pattern"),
]


def test_a_list_that_the_files_could_not_hold_is_refused(admin_client, high):
    changes = [{field: json.dumps(value)} for field, value, _ in REFUSED_LISTS]
    responses = edits(admin_client, high, changes)
    told = {
        field: " ".join(errors_in(response).get(field, []))
        for (field, _, _), response in zip(REFUSED_LISTS, responses, strict=True)
    }

    assert {
        field: told[field] for field, _, message in REFUSED_LISTS if message not in told[field]
    } == {}


def test_a_figure_that_was_not_recorded_is_refused(admin_client, high):
    response = edit(admin_client, high, example_explanation="It ends at {{bad.val_loss.last}}.")

    told = errors_in(response)["example_explanation"]
    assert "no val_loss was recorded" in " ".join(told)


def test_outcomes_and_snippets_are_checked_in_their_rows(admin_client, high):
    url = f"/admin/dictionary/failuremode/{high.pk}/change/"
    data = form_of(admin_client.get(url))
    wrong = {
        "confirmations-0-outcomes": [{"result": "R", "verdict": "maybe"}],
        "fixes-0-snippets": [{"framework": "fortran", "code": "a"}],
    }

    response = admin_client.post(url, {**data, **{k: json.dumps(v) for k, v in wrong.items()}})

    told = response.content.decode()
    assert "Input should be &#x27;confirms&#x27;" in told
    assert "Input should be &#x27;pytorch&#x27;" in told


def test_lists_are_stored_without_empty_values(admin_client, high):
    causes = [{"key": "a", "text": "It is so.", "likelihood": "often", "entry": None}]

    assert edit(admin_client, high, causes=json.dumps(causes)).status_code == 302

    high.refresh_from_db()
    assert high.causes == [{"key": "a", "text": "It is so.", "likelihood": "often"}]
