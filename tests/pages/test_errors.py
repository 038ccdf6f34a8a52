import pytest

from dictionary.suggestions import last_words, suggestions


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/e/overfiting/", "Overfitting"),
        ("/e/over-fitting/", "Overfitting"),
        ("/dictionary/nan_loss.html", "Nan loss"),
        ("/underfit/", "Underfitting"),
    ],
)
def test_a_mistyped_address_is_answered_with_what_it_may_have_meant(
    client, content, path, expected
):
    response = client.get(path)
    assert response.status_code == 404
    assert suggestions(path)[0].title == expected
    assert f">{expected}</a>" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/qqqqqqqqqqqqqq/", "/%F0%9F%92%A5/", "/" + "x" * 5000])
def test_an_address_like_nothing_gets_no_suggestion(client, content, path):
    assert suggestions(path) == []


def test_the_last_part_of_an_address_is_what_counts():
    assert last_words("/e/Label-Noise.json") == "label noise"
    assert last_words("//") == ""
