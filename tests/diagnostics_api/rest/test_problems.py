"""Every row of the error list: a problem+json answer with its status, and never a page."""

import gzip
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from rest_framework.exceptions import PermissionDenied

from diagnostics_api.rest.problems import exception_handler
from tests.diagnostics_api.conftest import JSON, URL

MEGABYTE = 1 << 20


def problem(response, status):
    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"
    body = json.loads(response.content)
    assert body["type"] == "about:blank"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["instance"].startswith("/api")
    return body


@pytest.mark.parametrize(
    ("body", "pointer", "detail"),
    [
        (
            {"metrics": {"train_loss": [1] * 17 + ["abc"]}},
            "/metrics/train_loss/17",
            "not a number: 'abc'",
        ),
        ({"metrics": {"loss": [10**400]}}, "/metrics/loss/0", "beyond the range"),
        ({"metrics": [1]}, "/metrics", "must be an object"),
        ({"config": 1}, "/config", "must be an object or a text"),
        ({"description": 3}, "/description", "must be a text"),
        ({"log": ["a"]}, "/log", "must be a text"),
        ({"symptoms": "loss-oscillates"}, "/symptoms", "list"),
        ({"symptoms": ["loss-oscillates", "nope"]}, "/symptoms/1", "unknown symptom: 'nope'"),
        ({"absent_symptoms": ["nope"]}, "/absent_symptoms/0", "unknown symptom: 'nope'"),
        (
            {"symptoms": ["loss-diverges"], "absent_symptoms": ["loss-diverges"]},
            "/absent_symptoms",
            "as well",
        ),
        ({"description": "x", "top": 0}, "/top", "greater than or equal to 1"),
        ({"description": "x", "top": 51}, "/top", "less than or equal to 50"),
        ({"description": "x", "top": "many"}, "/top", "integer"),
        ([1], "", "must be an object"),
        ('{"a"', "", "not JSON"),
        ('{"log": "a", "log": "b"}', "", "'log' stands twice"),
        ('{"metrics": ' + "[" * 100_000 + "]" * 100_000 + "}", "", "nested too deeply"),
        ('{"top": ' + "9" * 5000 + "}", "", "too many digits"),
        ({"metrics": {"\ud800": ["x"]}}, "/metrics/\ufffd/0", "not a number"),
        ({"metrics": {f"m{number}": [1] for number in range(5001)}}, "/metrics", "5,001 metrics"),
        (
            {"metrics": {"train": {f"m{number}": [1] for number in range(5001)}}},
            "/metrics/train",
            "5,001 metrics",
        ),
        (
            {"metrics": {"grad_norm": {f"l{n}": [1] for n in range(5001)}}},
            "/metrics/grad_norm",
            "5,001 layers",
        ),
    ],
)
def test_malformed_bodies_point_at_the_place(post, body, pointer, detail):
    errors = problem(post(body), 400)["errors"]
    assert errors[0]["pointer"] == pointer
    assert detail in errors[0]["detail"]


def test_all_bad_fields_are_told_at_once(post):
    errors = problem(post({"description": 1, "metrics": 2, "top": 99}), 400)["errors"]
    assert {error["pointer"] for error in errors} == {"/description", "/metrics", "/top"}


def test_a_body_that_is_not_utf8(post):
    assert "UTF-8" in problem(post(b"\xff\xfe{}"), 400)["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {"description": "the loss is nan \ud800"},
        {"log": "step 1 loss: 2.0 \udfff"},
        {"description": "nan", "config": {"\ud800": "\udc00"}},
        {"description": "nan", "\ud8ff": 1},
    ],
)
def test_half_characters_are_read_as_unknown_ones(post, body):
    response = post(body)
    assert response.status_code == 200
    assert "ud8" not in response.content.decode()


def test_a_packed_body_is_not_read(post):
    assert (
        "unpacked"
        in problem(post(gzip.compress(b"{}", mtime=0), Content_Encoding="gzip"), 415)["detail"]
    )


def test_a_body_of_unknown_length_is_not_taken_for_an_empty_one(client, served):
    response = client.post(
        URL, headers={"Transfer-Encoding": "chunked"}, content_type=JSON, CONTENT_LENGTH=""
    )
    assert "Content-Length" in problem(response, 411)["detail"]


def test_a_broken_form(client, served):
    problem(client.post(URL, b"--x\r\nbroken", content_type="multipart/form-data"), 400)


def test_too_many_form_fields(client, served):
    problem(client.post(URL, {f"field{number}": "1" for number in range(1200)}), 400)


def test_a_broken_file_names_file_and_line(client, served):
    response = client.post(
        URL, {"files": SimpleUploadedFile("run.json", b'{"config":\n {"lr": [1,}}')}
    )
    assert problem(response, 400)["errors"][0]["pointer"] == "run.json:2"


def test_a_broken_file_with_curves_is_read_up_to_the_line_that_is_named(client, served):
    content = b'{"metrics":\n {"loss": [2.0, 1.5, 1.25, 1.0,}}'
    response = client.post(URL, {"files": SimpleUploadedFile("run.json", content)})

    assert response.status_code == 200
    warnings = json.loads(response.content)["warnings"]
    assert "run.json:2: not JSON from here on: read up to this line" in warnings


@pytest.mark.parametrize(
    "body",
    [
        {},
        "",
        {"description": "  "},
        {"metrics": {"loss": []}},
        {"log": "\n"},
        {"config": {}},
        {"top": 3},
    ],
)
def test_nothing_to_diagnose(post, body):
    assert "Nothing to diagnose" in problem(post(body), 422)["detail"]


@pytest.mark.parametrize("content_type", ["application/json", "text/plain"])
def test_seventeen_megabytes_are_too_many(post, content_type):
    detail = problem(post(b"x" * (17 * MEGABYTE), content_type), 413)["detail"]
    assert "16777216 bytes (16 MiB)" in detail


def test_seventeen_megabytes_of_files_are_too_many(client, served):
    problem(client.post(URL, {"files": SimpleUploadedFile("a.log", b"x" * (17 * MEGABYTE))}), 413)


def test_a_body_that_is_longer_than_it_says_is_not_read_on(client, served, settings):
    settings.DIAGNOSIS_MAX_BYTES = 10
    response = client.generic(
        "POST", URL, b'{"description": "longer"}', content_type=JSON, CONTENT_LENGTH="not-a-number"
    )
    assert response.status_code in {413, 422}
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("content_type", ["application/xml", "image/png"])
def test_file_of_another_type_that_is_no_text(post, content_type):
    body = problem(post(b"\x89PNG\r\n\x1a\n" + bytes(9), content_type), 400)
    assert body["errors"] == [
        {
            "pointer": "body",
            "detail": "is a picture: paste the text, or send the numbers that it was drawn from",
        }
    ]


def test_very_long_content_type(post):
    problem(post("loss 1", "x/" + "y" * 300), 415)


def test_other_answers_are_not_acceptable(post):
    problem(post({"description": "x"}, Accept="text/html"), 406)


@pytest.mark.parametrize(
    ("method", "path"), [("get", URL), ("put", URL), ("post", "/api/v1/checks/")]
)
def test_other_methods(client, served, method, path):
    response = getattr(client, method)(path)
    assert "not allowed" in problem(response, 405)["detail"]
    assert response["Allow"]


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/api/",
        "/api/v1/",
        "/api/v2/diagnoses/",
        "/api/v1/symptoms/nope/",
        "/api/v1/symptoms/?page=99",
        "/api/v1/symptoms/%0a/",
        "/api/%0a",
        "/api/%00",
    ],
)
def test_unknown_addresses(client, served, path):
    problem(client.get(path), 404)


def test_a_wrong_address_asks_for_no_token(served):
    problem(Client(enforce_csrf_checks=True).post("/api/v1/nope/"), 404)


@pytest.mark.parametrize("path", ["/api/schema/", "/api/docs/"])
def test_problems_are_json_where_answers_are_not(client, db, path):
    problem(client.put(path), 405)


def test_a_wrong_host_is_a_problem(client, db):
    problem(client.get(URL, headers={"host": "elsewhere.example"}), 400)


def test_a_missing_slash_is_told(client, served):
    assert "end with a slash" in problem(client.post(URL.rstrip("/")), 404)["detail"]


def test_too_many_requests(post, settings):
    settings.DIAGNOSIS_RATE = "2/min"
    body = {"description": "it swings"}
    assert [post(body).status_code for _ in range(2)] == [200, 200]
    response = post(body)
    problem(response, 429)
    assert 1 <= int(response["Retry-After"]) <= 60


def test_a_made_up_address_does_not_dodge_the_limit(post, settings):
    settings.DIAGNOSIS_RATE = "1/min"
    assert post({"description": "x"}, X_Forwarded_For="1.1.1.1").status_code == 200
    assert post({"description": "x"}, X_Forwarded_For="2.2.2.2").status_code == 429


def test_a_cache_that_is_down_costs_neither_the_count_nor_the_answer(post, settings, caplog):
    settings.DIAGNOSIS_RATE = "2/min"
    settings.HAS_SHARED_CACHE = True
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1",
        }
    }
    answers = [post({"description": "it swings"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert "not counted in the cache" in caplog.text


def test_without_content(client, db):
    response = client.post(URL, '{"description": "x"}', content_type=JSON)
    assert "load_dictionary" in problem(response, 503)["detail"]


@pytest.mark.parametrize(
    ("raised", "status"), [(ValueError("boom"), 500), (PermissionDenied(), 403)]
)
def test_any_exception_becomes_a_problem(raised, status, caplog):
    response = exception_handler(raised, {"request": RequestFactory().get("/api/v1/x/")})
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert "boom" not in response.content.decode()
    assert ("boom" in caplog.text) == (status == 500)
