from dictionary import models


def first_check(client):
    return client.get("/api/v1/checks/").json()["results"][0]


def test_checks_carry_their_outcomes(client, loaded):
    row = first_check(client)
    assert row["used_by"] == 2
    assert row["outcomes"][1]["symptom"] == "loss-diverges"


def test_drafts_do_not_count_as_uses(client, loaded):
    models.FailureMode.objects.filter(slug="rate-too-low").update(status="draft")

    assert first_check(client)["used_by"] == 1
