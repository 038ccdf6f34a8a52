"""The OpenAPI document describes every field of every answer, and every answer keeps to it."""

import json
import re
from functools import cache
from typing import get_args

import jsonschema
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer
from drf_spectacular.validation import validate_schema

from content import schema as content_schema
from engine.evidence import State
from engine.read.formats import LABELS
from engine.report import Verdict
from tests.diagnostics_api.conftest import URL

SCHEMAS = "#/components/schemas/"
CURVES = {"step": [1, 2, 3], "loss": [3.0, "NaN", 1.0], "val_loss": [1.0, 2.0, 9.0]}
BODIES = [
    {"symptoms": ["loss-oscillates"], "absent_symptoms": ["loss-falls-slowly"], "top": 50},
    {"metrics": CURVES, "config": {"lr": 0.1, "zorble": 1}, "description": "it swings"},
    {"metrics": {"loss": [1.0 / step for step in range(1, 60)]}},
    {"metrics": CURVES, "reading": {"run": "x", "names": {"loss": "", "val_loss": "test_loss"}}},
    {"log": "Traceback\nRuntimeError: CUDA out of memory\n", "zorble": 1},
]
RECORDS = {
    "/api/v1/failure-modes/{slug}/": "/api/v1/failure-modes/rate-too-high/",
    "/api/v1/symptoms/{slug}/": "/api/v1/symptoms/loss-diverges/",
}
LISTS = [f"/api/v1/{name}/" for name in ("failure-modes", "chapters", "symptoms", "checks")]


@cache
def made_document():
    document = SchemaGenerator().get_schema(request=None, public=True)
    return json.loads(OpenApiJsonRenderer().render(document))


@pytest.fixture
def document():
    return made_document()


def answer_schema(document, path, method="get", status="200"):
    content = document["paths"][path][method]["responses"][status]["content"]
    (described,) = content.values()
    return described["schema"]


def validate(document, described, answer):
    whole = {**described, "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(answer)


def resolved(document, described):
    while "$ref" in described:
        described = document["components"]["schemas"][described["$ref"].removeprefix(SCHEMAS)]
    return described


def undescribed(document, described, answer, place=""):
    """Yield the fields of an answer that the document does not name with a description."""
    described = resolved(document, described)
    if isinstance(answer, list):
        for item in answer:
            yield from undescribed(document, described["items"], item, place)
    elif isinstance(answer, dict) and "properties" in described:
        for name, value in answer.items():
            field = described["properties"].get(name, {})
            if not field.get("description"):
                yield f"{place}/{name}"
            branches = field.get("anyOf", [field])
            yield from undescribed(document, branches[0], value, f"{place}/{name}")


def assert_described(document, described, answer):
    validate(document, described, answer)
    assert set(undescribed(document, described, answer)) == set()


def test_the_document_is_valid(document):
    assert document["openapi"].startswith("3.1")
    validate_schema(document)


def test_it_names_every_resource(document):
    assert set(document["paths"]) == {
        "/api/v1/diagnoses/",
        "/api/v1/failure-modes/",
        "/api/v1/failure-modes/{slug}/",
        "/api/v1/chapters/",
        "/api/v1/symptoms/",
        "/api/v1/symptoms/{slug}/",
        "/api/v1/checks/",
        "/api/v1/quizzes/",
    }


def test_it_names_bodies_and_problems(document):
    operation = document["paths"]["/api/v1/diagnoses/"]["post"]
    assert set(operation["requestBody"]["content"]) == {
        "application/json",
        "application/octet-stream",
        "multipart/form-data",
        "text/plain",
    }
    assert {"200", "400", "413", "415", "422", "429"} <= set(operation["responses"])
    assert "application/problem+json" in operation["responses"]["422"]["content"]


def test_operation_names_are_unique(document):
    names = [
        operation["operationId"]
        for path in document["paths"].values()
        for operation in path.values()
    ]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("body", BODIES)
def test_a_report_is_described_field_by_field(document, post, body):
    answer = post(body).json()

    assert answer["diagnoses"]
    assert_described(document, answer_schema(document, URL, "post"), answer)


def test_a_report_on_files_is_described(document, client, served):
    table = SimpleUploadedFile("metrics.csv", b"step,loss\n1,3\n2,2\n")
    answer = client.post(URL, {"files": table}).json()

    assert_described(document, answer_schema(document, URL, "post"), answer)


@pytest.mark.parametrize("path", [*LISTS, "/api/v1/quizzes/"])
def test_a_list_is_described_field_by_field(document, client, served, path):
    answer = client.get(path, {"page_size": 2}).json()

    assert answer["results"] or path == "/api/v1/quizzes/"
    assert_described(document, answer_schema(document, path), answer)


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_is_described_field_by_field(document, client, served, path):
    answer = client.get(RECORDS[path]).json()

    assert_described(document, answer_schema(document, path), answer)


@pytest.mark.parametrize(
    ("body", "status"), [({}, 422), ({"top": 0}, 400), ({"metrics": {"loss": ["x"]}}, 400)]
)
def test_a_problem_is_described_field_by_field(document, post, body, status):
    response = post(body)

    assert response.status_code == status
    described = answer_schema(document, URL, "post", str(status))
    assert_described(document, described, json.loads(response.content))


def test_a_wrong_filter_is_described(document, client, served):
    answer = client.get("/api/v1/failure-modes/", {"severity": "high"}).json()

    described = answer_schema(document, "/api/v1/failure-modes/", status="400")
    assert_described(document, described, answer)


@pytest.mark.parametrize("path", [*LISTS, "/api/v1/quizzes/", *RECORDS])
def test_a_client_that_wants_no_json_is_described(document, client, served, path):
    response = client.get(RECORDS.get(path, path), headers={"Accept": "application/xml"})

    assert response.status_code == 406
    described = answer_schema(document, path, status="406")
    assert_described(document, described, response.json())


def test_a_diagnosis_without_content_is_described(document, client, db):
    response = client.post(URL, BODIES[0], content_type="application/json")

    assert response.status_code == 503
    described = answer_schema(document, URL, "post", "503")
    assert_described(document, described, response.json())


def test_a_missing_record_is_described(document, client, served):
    answer = client.get("/api/v1/symptoms/nope/").json()

    described = answer_schema(document, "/api/v1/symptoms/{slug}/", status="404")
    assert_described(document, described, answer)


@pytest.mark.parametrize(
    "change", [{"verdict": "perhaps"}, {"reported": [1]}, {"diagnoses": [{}]}, {"knowledge": None}]
)
def test_another_answer_does_not_keep_to_the_description(document, post, change):
    answer = post(BODIES[0]).json() | change

    with pytest.raises(jsonschema.ValidationError):
        validate(document, answer_schema(document, URL, "post"), answer)


def test_a_field_without_description_is_noticed(document, post):
    answer = post(BODIES[0]).json() | {"unheard_of": 1}

    assert "/unheard_of" in set(undescribed(document, answer_schema(document, URL, "post"), answer))


@pytest.mark.parametrize(
    ("model", "field", "values"),
    [
        ("Report", "verdict", Verdict),
        ("Observation", "state", State),
        ("Diagnosis", "urgency", content_schema.Urgency),
        ("Fix", "kind", content_schema.FixKind),
        ("Fix", "effort", content_schema.Effort),
        ("NextCheck", "cost", content_schema.Cost),
        ("FailureModeRow", "kind", content_schema.Kind),
        ("FailureModeRow", "silence", content_schema.Silence),
        ("FailureModeRow", "prevalence", content_schema.Prevalence),
        ("SymptomRow", "group", content_schema.SignalGroup),
        ("Alias", "kind", content_schema.AliasKind),
        ("Cause", "likelihood", content_schema.Likelihood),
        ("Rescue", "verdict", content_schema.RescueVerdict),
        ("Reference", "type", content_schema.ReferenceType),
        ("FailureMode", "status", content_schema.Status),
        ("QuizRow", "mode", content_schema.QuizMode),
    ],
)
def test_the_values_of_a_field_are_listed(document, model, field, values):
    described = document["components"]["schemas"][model]["properties"][field]

    assert tuple(described["enum"]) == get_args(values)


def test_the_formats_are_listed(document):
    described = document["components"]["schemas"]["ReadAs"]["properties"]["format"]

    assert described["enum"] == list(LABELS)


def test_the_phases_are_listed(document):
    phase = document["components"]["schemas"]["FailureModeRow"]["properties"]["phase"]

    assert tuple(phase["items"]["enum"]) == content_schema.PHASES


def test_every_field_of_a_request_is_described(document):
    request = document["components"]["schemas"]["DiagnosisRequest"]

    assert all(field["description"] for field in request["properties"].values())
    assert request["properties"]["top"]["default"] == 5
    assert "required" not in request
    for body in BODIES:
        validate(document, {"$ref": f"{SCHEMAS}DiagnosisRequest"}, body)
        validate(document, {"$ref": f"{SCHEMAS}JsonBody"}, body)


def test_a_json_body_holds_no_files_and_may_be_a_file_itself(document):
    described = document["components"]["schemas"]
    body = {"$ref": f"{SCHEMAS}JsonBody"}

    assert "files" not in described["DiagnosisFields"]["properties"]
    assert described["DiagnosisRequest"]["properties"]["files"]["items"]["format"] == "binary"
    validate(document, body, [{"step": 1, "loss": 2.0}])
    for wrong in ([], [1], 3, {"unmeasured": 0}, {"top": 51}, {"top": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            validate(document, body, wrong)


def test_the_document_is_served_as_it_is_made_without_a_warning(document, client, db, capsys):
    served = client.get("/api/schema/?format=json").json()

    assert served == document
    assert "Warning" not in capsys.readouterr().err


def test_docs_hold_no_inline_script_or_style(client, served):
    page = client.get("/api/docs/").content.decode()
    assert "swagger-ui-bundle.js" in page
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)
    script = client.get("/api/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"/api/schema/" in script.content
