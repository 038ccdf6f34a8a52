import pytest

from diagnostics_api.rest.lists import failure_modes
from tests import factories


def slugs(response):
    return [row["slug"] for row in response.json()["results"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["rate-too-high", "rate-too-low"]),
        ("?chapter=optimization", ["rate-too-high", "rate-too-low"]),
        ("?kind=misconfiguration&severity=4&phase=loop", ["rate-too-high", "rate-too-low"]),
        ("?phase=data", []),
        ("?severity=1", []),
        ("?symptom=loss-oscillates", ["rate-too-high"]),
        ("?symptom=loss-falls-slowly", ["rate-too-low"]),
        ("?symptom=never-named", []),
        ("?q=rate+too+high", ["rate-too-high"]),
        ("?q=zzzzqqq", []),
    ],
)
def test_filters(client, loaded, query, expected):
    found = slugs(client.get(f"/api/v1/failure-modes/{query}"))
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


@pytest.mark.parametrize(
    "query",
    [
        "kind=nothing",
        "severity=9",
        "severity=x",
        "chapter=%00",
        "chapter=nope",
        "chapter=No",
        "phase=nope",
        "class=nope",
        "symptom=no-such-symptom",
        "symptom=a%00",
        "q=%00",
    ],
)
def test_filters_with_impossible_values_are_refused(client, loaded, query):
    response = client.get(f"/api/v1/failure-modes/?{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == "/" + query.split("=")[0]


@pytest.mark.parametrize("name", ["chapter", "severity", "kind", "symptom", "q"])
def test_an_empty_filter_filters_nothing(client, loaded, name):
    every = client.get("/api/v1/failure-modes/").json()

    assert client.get(f"/api/v1/failure-modes/?{name}=").json()["count"] == every["count"] > 0


@pytest.mark.parametrize(
    ("query", "allowed"),
    [("chapter=optimizing", "optimization"), ("phase=nope", "loop"), ("kind=x", "misconfig")],
)
def test_a_refused_filter_names_the_allowed_values(client, loaded, query, allowed):
    (error,) = client.get(f"/api/v1/failure-modes/?{query}").json()["errors"]

    assert error["detail"].startswith("must be one of ")
    assert allowed in error["detail"]


def test_one_of_many_allowed_values_is_named_where_it_is_near(monkeypatch, client, loaded):
    monkeypatch.setattr(failure_modes, "MOST_LISTED", 1)

    (error,) = client.get("/api/v1/failure-modes/?symptom=loss-oscilates").json()["errors"]
    assert "near: loss-oscillates" in error["detail"]

    (error,) = client.get("/api/v1/failure-modes/?symptom=zzzz").json()["errors"]
    assert error["detail"] == "is not in the list of /api/v1/symptoms/"


def test_a_row_has_the_fields_of_the_contract(client, loaded):
    row = client.get("/api/v1/failure-modes/").json()["results"][0]

    assert list(row) == [
        "id",
        "slug",
        "term",
        "chapter",
        "category",
        "class",
        "summary",
        "definition",
        "solution",
        "symptoms",
        "points_to",
        "phase",
        "kind",
        "severity",
        "silence",
        "prevalence",
        "urgency",
        "url",
    ]


def test_one_failure_mode_is_whole(client, loaded):
    record = client.get("/api/v1/failure-modes/rate-too-high/").json()
    assert record["id"] == "LY-0050"
    assert record["definition"]
    assert len(record["references"]) == 2


def test_one_failure_mode_is_the_twin_of_its_page(client, loaded):
    record = client.get("/api/v1/failure-modes/rate-too-high/").json()

    assert record == client.get("/e/rate-too-high.json").json()


def test_an_unknown_failure_mode_is_not_found(client, loaded):
    response = client.get("/api/v1/failure-modes/nope/")

    assert response.status_code == 404
    assert response.json()["detail"] == "There is no failure mode 'nope'."


def test_a_retired_failure_mode_leads_to_the_one_that_it_was_merged_into(client, loaded):
    factories.RetiredFactory(slug="merged-name", survivor="rate-too-high")

    response = client.get("/api/v1/failure-modes/merged-name/")

    assert response.status_code == 301
    assert response.url == "/api/v1/failure-modes/rate-too-high/"


def test_a_retired_failure_mode_without_a_published_survivor_is_not_found(client, loaded):
    factories.RetiredFactory(slug="merged-name", survivor="secret-draft")

    response = client.get("/api/v1/failure-modes/merged-name/")

    assert response.status_code == 404
    assert response.json()["detail"] == "There is no failure mode 'merged-name'."
