import pytest

LISTS = ["failure-modes", "chapters", "symptoms", "checks", "quizzes"]


def slugs(response):
    return [row["slug"] for row in response.json()["results"]]


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_paged(client, loaded, name):
    body = client.get(f"/api/v1/{name}/").json()
    assert set(body) == {"count", "next", "previous", "results"}
    assert body["count"] == len(body["results"])


def test_pages_follow_one_another(client, loaded):
    first = client.get("/api/v1/symptoms/?page_size=2").json()
    assert len(first["results"]) == 2
    second = client.get(first["next"]).json()
    assert second["previous"]
    assert not {row["slug"] for row in first["results"]} & {
        row["slug"] for row in second["results"]
    }


def test_page_size_is_bounded(client, loaded):
    assert client.get("/api/v1/symptoms/?page_size=100000").status_code == 200


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["rate-too-high", "rate-too-low"]),
        ("?chapter=optimization", ["rate-too-high", "rate-too-low"]),
        ("?chapter=vision", []),
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
    "query", ["kind=nothing", "severity=9", "severity=x", "chapter=%00", "symptom=a%00", "q=%00"]
)
def test_filters_with_impossible_values_are_refused(client, loaded, query):
    response = client.get(f"/api/v1/failure-modes/?{query}")
    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == "/" + query.split("=")[0]


def test_one_failure_mode_is_whole(client, loaded):
    record = client.get("/api/v1/failure-modes/rate-too-high/").json()
    assert record["id"] == "LY-0050"
    assert record["definition"]
    assert len(record["references"]) == 2


def test_one_symptom_names_what_it_speaks_for(client, loaded):
    record = client.get("/api/v1/symptoms/loss-diverges/").json()
    assert len(record["phrasings"]) == 9
    assert [row["slug"] for row in record["failure_modes"] if row["frequency"]] == ["rate-too-high"]


def test_checks_carry_their_outcomes(client, loaded):
    row = client.get("/api/v1/checks/").json()["results"][0]
    assert row["used_by"] == 2
    assert row["outcomes"][1]["symptom"] == "loss-diverges"


@pytest.mark.parametrize(
    "path",
    [*(f"{name}/" for name in LISTS), "symptoms/loss-diverges/", "failure-modes/rate-too-low/"],
)
def test_what_the_client_has_is_not_sent_again(client, loaded, path):
    first = client.get(f"/api/v1/{path}")
    assert first.status_code == 200
    for header, value in [
        ("If-None-Match", first["ETag"]),
        ("If-Modified-Since", first["Last-Modified"]),
    ]:
        again = client.get(f"/api/v1/{path}", headers={header: value})
        assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/api/v1/{path}", headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_missing_record_has_no_etag(client, loaded):
    response = client.get("/api/v1/symptoms/nope/", headers={"If-None-Match": "*"})
    assert response.status_code == 404
    assert "ETag" not in response


@pytest.mark.parametrize(
    ("path", "limit"), [("failure-modes/", 4), ("symptoms/", 4), ("checks/", 5), ("chapters/", 4)]
)
def test_lists_take_few_queries(client, loaded, django_assert_max_num_queries, path, limit):
    with django_assert_max_num_queries(limit):
        client.get(f"/api/v1/{path}")
