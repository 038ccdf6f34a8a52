import re

import pytest

from diagnostics_api.rest.serializers import ReportSerializer


@pytest.fixture
def schema(client, loaded):
    return client.get("/api/schema/?format=json").json()


def test_schema_names_every_resource(schema):
    assert schema["openapi"].startswith("3.1")
    assert set(schema["paths"]) == {
        "/api/v1/diagnoses/",
        "/api/v1/failure-modes/",
        "/api/v1/failure-modes/{slug}/",
        "/api/v1/chapters/",
        "/api/v1/symptoms/",
        "/api/v1/symptoms/{slug}/",
        "/api/v1/checks/",
        "/api/v1/quizzes/",
    }


def test_schema_tells_bodies_and_problems(schema):
    operation = schema["paths"]["/api/v1/diagnoses/"]["post"]
    assert set(operation["requestBody"]["content"]) == {
        "application/json",
        "multipart/form-data",
        "text/plain",
    }
    assert {"200", "400", "413", "415", "422", "429"} <= set(operation["responses"])
    assert "application/problem+json" in operation["responses"]["422"]["content"]


def test_the_described_answer_is_the_given_one(post):
    answer = post({"symptoms": ["loss-oscillates"]}).json()
    fields = ReportSerializer().fields
    assert set(answer) == set(fields)
    assert set(answer["diagnoses"][0]) == set(fields["diagnoses"].child.fields)
    assert set(answer["next_checks"][0]) == set(fields["next_checks"].child.fields)


def test_operation_names_are_unique(schema):
    names = [
        operation["operationId"] for path in schema["paths"].values() for operation in path.values()
    ]
    assert len(set(names)) == len(names)


def test_docs_hold_no_inline_script_or_style(client, loaded):
    page = client.get("/api/docs/").content.decode()
    assert "swagger-ui-bundle.js" in page
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)
    script = client.get("/api/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"/api/schema/" in script.content
