import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dictionary.loading import in_force
from engine import observe
from tests.diagnostics_api.conftest import URL
from tests.growth import assert_linear

TOLD = {"symptoms": ["loss-oscillates"], "absent_symptoms": ["loss-falls-slowly"]}
MEGABYTE = 1 << 20


def test_the_answer_has_the_shape_of_the_contract(post):
    response = post({**TOLD, "description": "it swings"})
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    answer = response.json()
    assert set(answer) == {
        "verdict",
        "diagnoses",
        "reported",
        "observations",
        "next_checks",
        "unexplained",
        "normal",
        "messages",
        "line_roles",
        "looked_at",
        "not_seen",
        "to_add",
        "understood",
        "healthy_probability",
        "something_else_probability",
        "read_as",
        "warnings",
        "knowledge",
    }
    first = answer["diagnoses"][0]
    assert first["failure_mode"] == {
        "id": "LY-0050",
        "slug": "rate-too-high",
        "term": "Rate too high",
        "chapter": "optimization",
        "url": "/e/rate-too-high/",
        "class": "fault",
        "solution": "Divide the learning rate by ten and start again.",
    }
    assert first["fixes"][0] == {
        "title": "Divide the rate by ten",
        "text": first["fixes"][0]["text"],
        "snippets": [
            {"framework": "python", "code": "rate = 10.0\nwhile rate > 1:\n    rate = rate / 10\n"}
        ],
        "side_effects": "",
        "kind": "root",
        "effort": "minutes",
        "needs_rerun": "from scratch",
        "verify": "The loss falls for 3 epochs.",
    }
    assert first["confirm"][0]["check"] == "learning-rate-sweep"
    assert first["confirm"][0]["expected_if_present"] == "A tenth of it trains."
    assert first["confirm"][0]["outcomes"] == [
        {"result": "A tenth of it trains.", "verdict": "confirms"},
        {"result": "No rate trains.", "verdict": "excludes"},
    ]
    assert answer["knowledge"] == {"edition": "2026.11", "entries": 2}


def test_told_symptoms_are_certain(post):
    answer = post({**TOLD, "unmeasured": True}).json()
    states = {item["symptom"]: item for item in answer["observations"]}
    assert (states["loss-oscillates"]["state"], states["loss-oscillates"]["strength"]) == (
        "seen",
        1.0,
    )
    assert states["loss-falls-slowly"]["state"] == "absent"
    assert states["step-is-slow"] == {"symptom": "step-is-slow", "state": "not-measured"}


def test_the_same_input_gives_the_same_bytes(post):
    body = {**TOLD, "metrics": {"loss": [3.0, 2.0, 1.0], "b": [1.0], "a": [2.0]}}
    assert post(body).content == post(body).content


def test_top_bounds_the_list(post):
    assert len(post({**TOLD, "top": 1}).json()["diagnoses"]) == 1
    assert len(post({**TOLD, "top": 50}).json()["diagnoses"]) == 2


def test_probabilities_sum_to_one(post):
    answer = post({**TOLD, "top": 50}).json()
    total = sum(item["probability"] for item in answer["diagnoses"])
    assert total + answer["healthy_probability"] + answer[
        "something_else_probability"
    ] == pytest.approx(1, abs=1e-3)


def test_bare_nan_tokens_are_read(post):
    answer = post('{"metrics": {"loss": [1, NaN, Infinity, -Infinity, null]}}').json()
    (read_as,) = answer["read_as"]
    assert (read_as["name"], read_as["format"]) == ("metrics", "json-body")
    assert read_as["series"] == {"train_loss": 4}


def test_next_check_answers_come_back_as_symptoms(post):
    check = post({"symptoms": ["loss-oscillates"]}).json()["next_checks"][0]
    assert check["check"] == "learning-rate-sweep"
    assert post({"symptoms": ["loss-oscillates", check["symptom"]]}).status_code == 200


def test_plain_text_is_a_log(post):
    answer = post("step 1 loss 3.0\nstep 2 loss 2.0\nstep 3 loss 1.5\n", "text/plain").json()
    assert answer["read_as"] == [
        {
            "name": "log",
            "format": "console",
            "series": {"train_loss": 3},
            "curves": [
                {
                    "name": "train_loss",
                    "own_name": "loss",
                    "points": 3,
                    "split": "train",
                    "split_said": False,
                    "grain": "step",
                    "is_corrected": False,
                }
            ],
            "run": "",
            "other_runs": [],
            "settings": 0,
            "left_out": [],
        }
    ]


RUNS = "run,epoch,loss,odd\n" + "".join(
    f"{run},{epoch},{4 - epoch}.5,0.{epoch}\n" for run in ("a", "b") for epoch in range(1, 4)
)


def test_what_was_read_is_corrected(client, served):
    fields = {"files": SimpleUploadedFile("runs.csv", RUNS.encode())}
    read_as = client.post(URL, fields).json()["read_as"][0]
    (other,) = read_as["other_runs"]

    fields = {
        "files": SimpleUploadedFile("runs.csv", RUNS.encode()),
        "reading": json.dumps({"run": other, "names": {"odd": "val_loss", "loss": ""}}),
    }
    corrected = client.post(URL, fields).json()["read_as"][0]

    assert corrected["run"] == other
    assert corrected["other_runs"] == [read_as["run"]]
    assert [(each["name"], each["is_corrected"]) for each in corrected["curves"]] == [
        ("val_loss", True)
    ]
    assert corrected["left_out"] == ["loss"]


@pytest.mark.parametrize(
    "name", ["\ud800", "\x00", "\u202e", "a" * 400, "损失 🙂", "</script>", " "]
)
def test_odd_names_of_curves_are_answered(post, name):
    curves = {"loss": [3.0, 2.0, 1.0], name: [1.0, 2.0, 3.0]}
    for reading in ({}, {"names": {name if name.strip() else "x": name}, "run": name}):
        response = post({"metrics": curves, "reading": reading})
        assert response.status_code == 200
        assert response.json()["read_as"][0]["curves"]


@pytest.mark.parametrize(
    "reading", [{"\ud800": 1}, {"names": {"\ud800": 1}}, {"names": {"\x00": None}}, "{", 3]
)
def test_a_wrong_correction_is_refused(post, reading):
    response = post({"metrics": {"loss": [1.0, 2.0]}, "reading": reading})

    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"].startswith("/reading")


def test_form_with_files_and_lists(client, served):
    answer = client.post(
        URL,
        {
            "description": "it swings",
            "symptoms": "loss-oscillates, loss-diverges",
            "absent_symptoms": ["loss-falls-slowly"],
            "config": '{"lr": 0.1}',
            "metrics": json.dumps({"loss": [1.0, 2.0]}),
            "top": "1",
            "files": [
                SimpleUploadedFile("metrics.csv", b"step,loss\n1,3\n2,2\n"),
                SimpleUploadedFile("config.yaml", b"lr: 0.5\nseed: 1\n"),
            ],
        },
    ).json()
    assert [item["format"] for item in answer["read_as"]] == [
        "json-body",
        "json-body",
        "csv",
        "config",
    ]
    assert len(answer["diagnoses"]) == 1
    assert any("metrics.csv" in text and "train_loss" in text for text in answer["warnings"])


def test_configuration_as_text(post):
    assert post({"config": "lr: 0.5\nseed: 1\n"}).json()["read_as"][0]["format"] == "config"


def test_unknown_fields_and_save_are_warned_of(post):
    answer = post({**TOLD, "zorble": 1, "save": True}).json()
    assert answer["warnings"] == [
        "unknown field: zorble (ignored)",
        "save: permalinks are not available yet (ignored)",
    ]


@pytest.mark.parametrize(("field", "most"), [("symptoms", 200), ("files", 500)])
def test_a_list_that_is_too_long_is_refused_before_its_items_are_read(post, field, most):
    response = post({**TOLD, field: [{}] * 100_000})

    assert response.status_code == 400
    assert response.json()["errors"] == [
        {
            "pointer": f"/{field}",
            "detail": f"Ensure this field has no more than {most} elements.",
        }
    ]


def test_unknown_fields_cost_time_in_proportion_to_their_number(post):
    def call_of_size(size):
        body = json.dumps({**TOLD, **dict.fromkeys(map(str, range(size)), 1)})
        return lambda: post(body)

    assert_linear(call_of_size, (5_000, 20_000), ceiling=20e-6)


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "multipart/form-data"])
def test_sixteen_megabytes_are_read(post, client, content_type):
    if content_type == "application/json":
        body = (
            '{"metrics":{"loss":[' + "1.2345678,2345.6789," * ((16 * MEGABYTE - 60) // 20) + "1]}}"
        )
        response = post(body)
    elif content_type == "text/plain":
        response = post(b"x" * (16 * MEGABYTE), content_type)
    else:
        response = client.post(URL, {"files": SimpleUploadedFile("a.log", b"x" * (16 * MEGABYTE))})
    assert response.status_code == 200


def test_content_older_than_the_engine_answers_503(post, monkeypatch):
    in_force.forget()
    monkeypatch.setattr(observe, "MEASURED_BY", {"loss-sings": "curves.loss_sings"})

    response = post({"description": "my loss is nan"})

    assert response.status_code == 503
    assert "load_dictionary" in response.json()["detail"]


def test_an_unreadable_text_model_answers_503(post, settings, tmp_path):
    in_force.forget()
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "text_model.npz").write_bytes(b"broken")

    response = post({"description": "my loss is nan"})

    assert response.status_code == 503
    assert response.json()["detail"].startswith("text_model.npz: not a text model")
