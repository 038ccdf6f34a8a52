"""While the database is away, pages say so and keep what was sent; probes and diagnoses go on."""

import re
from contextlib import contextmanager
from html import unescape

import pytest
from django.db import OperationalError, connection

from dictionary.loading.load import load
from tests.diagnostics_api.conftest import told_apart_with_hash
from tests.quizzes.conftest import stored_dictionary, stored_quizzes
from tests.quizzes.pages import begin, form_of, give, items, key

pytestmark = pytest.mark.django_db
CURVES = {"metrics": {"step": [1, 2, 3], "train_loss": [2.303, 2.302, 2.303]}}


def refused(*query):
    raise OperationalError("the server closed the connection")


def away():
    return connection.execute_wrapper(refused)


@contextmanager
def away_for_writers():
    """Refuse what writes, as a lock or a full disk does."""

    def refused_to_write(execute, sql, *more):
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            raise OperationalError("database is locked")
        return execute(sql, *more)

    with connection.execute_wrapper(refused_to_write):
        yield


@pytest.mark.parametrize(
    "address", ["/", "/e/overfitting/", "/search/?q=loss", "/quiz/", "/no-such-page/"]
)
def test_pages_say_when_to_come_back(client, content, address):
    with away():
        response = client.get(address)

    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert "no-store" in response.headers["Cache-Control"]
    assert "The database does not answer now" in response.content.decode()


@pytest.mark.parametrize("address", ["/api/v1/failure-modes/", "/api/v1/symptoms/none/"])
def test_the_api_answers_with_a_problem(client, content, address):
    with away():
        response = client.get(address)

    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    assert response.json()["detail"].startswith("The database does not answer now.")


def test_an_unknown_table_stays_a_fault_of_ours(client, content, monkeypatch):
    client.raise_request_exception = False

    def broken(execute, sql, *more):
        return execute("SELECT * FROM no_such_table", (), *more[1:])

    with connection.execute_wrapper(broken):
        assert client.get("/dictionary/").status_code == 500


def test_probes_answer(client, content):
    with away():
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503


def test_diagnoses_go_on_from_memory(client, told_apart):
    before = client.post("/api/v1/diagnoses/", CURVES, "application/json").json()
    page = {"description": "the loss does not fall"}
    elsewhere = {"Sec-Fetch-Site": "cross-site"}  # which is answered and not kept
    shown = client.post("/diagnose/", page, headers=elsewhere).content

    with away():
        after = client.post("/api/v1/diagnoses/", CURVES, "application/json")
        form, answer = client.get("/diagnose/"), client.post("/diagnose/", page)

    assert (after.status_code, after.json()) == (200, before)
    assert (form.status_code, answer.status_code, answer.content) == (200, 200, shown)


@pytest.fixture
def told_apart(db):
    return load(*told_apart_with_hash())


@pytest.fixture
def begun(client):
    stored_quizzes()
    stored_dictionary()
    return begin(client)


def test_an_answer_that_cannot_be_stored_is_kept_in_the_page(client, begun):
    form = {**form_of(client.get(f"{begun}?q=1")), "option": key(1)}
    with away_for_writers():
        response = client.post(f"{begun}answer/", form)
    page = response.content.decode()
    kept = re.findall(r'<textarea name="([^"]+)" hidden>\n([^<]*)</textarea>', page)
    [action] = re.findall(r'<form method="post" action="([^"]+)">', page)

    assert response.status_code == 503
    assert {name: unescape(value) for name, value in kept} == form
    client.post(action, dict(kept))
    assert items()[0].response.answer == {"option": key(1)}


def test_markup_that_was_sent_stays_text(client, begun):
    with away_for_writers():
        response = give(client, begun, 1, key(1), note="</textarea><script>")

    assert "<script>" not in response.content.decode().partition("<body>")[2]


def test_no_password_is_put_into_a_page(client, db):
    with away():
        page = client.post("/admin/login/", {"username": "anna", "password": "a secret"})

    assert page.status_code == 503
    assert "a secret" not in page.content.decode()
    assert "Go back" in page.content.decode()
