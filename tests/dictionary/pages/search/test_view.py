import pytest

pytestmark = pytest.mark.usefixtures("library")


def test_results_are_listed_with_their_kind_and_marks(client):
    text = client.get("/search/?q=overfit").content.decode()
    assert 'href="/e/overfitting/"' in text
    assert "<mark>Overfitting</mark>" in text
    assert '<span class="label">entry</span>' in text
    assert 'value="overfit"' in text


def test_a_correction_is_offered_as_a_link(client):
    text = client.get("/search/?q=vanising+gradint").content.decode()
    assert 'Did you mean <a href="?q=vanishing%20gradients">vanishing gradients</a>?' in text


def test_nothing_found_offers_other_ways(client):
    text = client.get("/search/?q=qqqqqqqq").content.decode()
    assert "Nothing was found" in text
    assert 'href="/symptoms/"' in text
    assert "0 results" in text


def test_no_query_asks_for_one(client):
    text = client.get("/search/").content.decode()
    assert "Type a term" in text
    assert "results" not in text


def test_the_query_is_escaped(client):
    text = client.get('/search/?q="><script>alert(1)</script>').content.decode()
    assert "<script>alert" not in text


@pytest.mark.parametrize("query", ["%00", "%F0%9F%92%A5", "%FF%FE", "a" * 6000])
def test_hostile_queries_are_answered(client, query):
    assert client.get(f"/search/?q={query}").status_code == 200
