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


def test_page_size_is_bounded(client, loaded):
    assert client.get("/api/v1/symptoms/?page_size=100000").status_code == 200


@pytest.mark.parametrize("page", ["0", "99", "x", "-1"])
def test_a_page_that_does_not_exist_is_not_found(client, loaded, page):
    assert client.get(f"/api/v1/symptoms/?page={page}").status_code == 404


@pytest.mark.parametrize(
    ("path", "limit"), [("failure-modes/", 4), ("symptoms/", 4), ("checks/", 5), ("chapters/", 4)]
)
def test_lists_take_few_queries(client, loaded, django_assert_max_num_queries, path, limit):
    with django_assert_max_num_queries(limit):
        client.get(f"/api/v1/{path}")
