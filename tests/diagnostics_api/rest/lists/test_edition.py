import pytest

from tests.diagnostics_api.rest.lists.test_paging import LISTS


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


def test_without_an_edition_there_is_no_etag(client, db):
    response = client.get("/api/v1/symptoms/")

    assert response.json()["results"] == []
    assert "ETag" not in response
