from dictionary.models import Symptom


def test_a_row_without_facet_and_detector_has_null(client, loaded):
    listed = client.get("/api/v1/symptoms/?page_size=1000").json()["results"]
    rows = {row["slug"]: row for row in listed}

    assert rows["step-is-slow"]["facet"] is None
    assert rows["step-is-slow"]["detector"] is None
    assert rows["loss-oscillates"]["facet"] == "course"
    assert rows["loss-diverges"]["detector"] == "curves.loss_diverges"


def test_a_symptom_that_no_entry_names_is_not_listed(client, loaded):
    listed = client.get("/api/v1/symptoms/?page_size=1000").json()["results"]

    assert "never-named" not in {row["slug"] for row in listed}


def test_one_symptom_names_what_it_speaks_for(client, loaded):
    record = client.get("/api/v1/symptoms/loss-diverges/").json()
    assert len(record["phrasings"]) == 9
    assert [row["slug"] for row in record["failure_modes"] if row["frequency"]] == ["rate-too-high"]


def test_an_unknown_symptom_is_not_found(client, loaded):
    response = client.get("/api/v1/symptoms/nope/")

    assert response.status_code == 404
    assert response.json()["detail"] == "There is no symptom 'nope'."


def test_a_merged_symptom_leads_to_the_one_that_has_its_phrasings(client, loaded):
    Symptom.objects.filter(slug="loss-diverges").update(formerly=["old-sign"])

    response = client.get("/api/v1/symptoms/old-sign/")

    assert response.status_code == 301
    assert response.url == "/api/v1/symptoms/loss-diverges/"
