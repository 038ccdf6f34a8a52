import pytest

LISTS = ["failure-modes", "chapters", "symptoms", "checks", "quizzes"]


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


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "sent",
    [
        "page_size=null",
        "page_size=100000",
        "page_size=0",
        "page_size=",
        "page_size=1.0",
        "page_size=%D9%A5",  # a digit of another script
        "page_size=2&page_size=3",
        "page=0",
        "page=x",
        "page=-1",
        "page=last",
    ],
)
def test_a_number_that_the_schema_excludes_is_refused(client, loaded, name, sent):
    response = client.get(f"/api/v1/{name}/?{sent}")

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == "/" + sent.partition("=")[0]


def test_the_largest_page_is_answered(client, loaded):
    assert client.get("/api/v1/symptoms/?page_size=1000").status_code == 200


def test_a_page_that_does_not_exist_is_not_found(client, loaded):
    assert client.get("/api/v1/symptoms/?page=99").status_code == 404
    assert client.get(f"/api/v1/symptoms/?page={10**30}").status_code == 404


@pytest.mark.parametrize(
    ("path", "limit"), [("failure-modes/", 4), ("symptoms/", 4), ("checks/", 5), ("chapters/", 4)]
)
def test_lists_take_few_queries(client, loaded, django_assert_max_num_queries, path, limit):
    with django_assert_max_num_queries(limit):
        client.get(f"/api/v1/{path}")
