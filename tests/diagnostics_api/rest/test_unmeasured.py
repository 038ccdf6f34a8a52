"""Symptoms that could not be looked for are listed on request only."""

import pytest

TOLD = {"symptoms": ["loss-oscillates"], "absent_symptoms": ["loss-falls-slowly"]}


def test_what_could_not_be_looked_for_is_listed_on_request_only(post):
    def symptoms(**fields):
        return {item["symptom"] for item in post({**TOLD, **fields}).json()["observations"]}

    assert "step-is-slow" not in symptoms()
    assert "step-is-slow" not in symptoms(unmeasured=False)
    assert "step-is-slow" in symptoms(unmeasured=True)


@pytest.mark.parametrize("value", ["maybe", 2, [], None])
def test_a_flag_that_is_none_is_refused(post, value):
    response = post({**TOLD, "unmeasured": value})

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == "/unmeasured"
