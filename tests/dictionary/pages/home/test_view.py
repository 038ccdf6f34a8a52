import pytest


@pytest.mark.usefixtures("content")
def test_home_has_the_box_the_doors_and_the_chapters(client):
    text = client.get("/").content.decode()
    assert 'action="/diagnose/"' in text
    assert '<textarea id="ask-text" name="text"' in text
    assert 'type="file" name="files" multiple' in text
    for door in ("/symptoms/", "/dictionary/", "/quiz/"):
        assert f'class="door" href="{door}"' in text
    assert "2 entries" in text
    assert "1 entry" in text
    assert "Edition 2026.11, 3 entries." in text


@pytest.mark.django_db
def test_home_without_content_says_how_to_load_it(client):
    text = client.get("/").content.decode()
    assert "The dictionary is empty" in text
    assert "Edition" not in text


@pytest.mark.usefixtures("content")
def test_home_takes_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/")
