import functools
import json

import pytest

from content.files import hash_files
from diagnostics_api.service.in_force import published_in_force
from dictionary.loading import in_force
from dictionary.loading.load import load
from engine.observe import MEASURED_BY
from tests.rows import made_once
from tests.small_content import entry, small_content, small_files, symptom

URL = "/api/v1/diagnoses/"
JSON = "application/json"


@pytest.fixture(autouse=True)
def _no_rate_limit(settings):
    """No test runs into the limit unless it sets one."""
    settings.DIAGNOSIS_RATE = ""


@pytest.fixture
def loaded(db):
    return made_once(load_told_apart)


def load_told_apart():
    return load(*told_apart_with_hash())


MADE_OF_LOADED = {}


@pytest.fixture
def served(loaded):
    """The same content in a process that has answered before: what is made of it is in memory."""
    if not MADE_OF_LOADED:
        published_in_force()
        MADE_OF_LOADED.update(in_force._made)
    in_force._made.update(MADE_OF_LOADED)
    return loaded


@functools.cache
def told_apart_with_hash():
    """Return the content and the hash of its files, which take longer to write than to load."""
    changes = told_apart()
    return small_content(**changes), hash_files(small_files(**changes))


def told_apart():
    """The small content with two entries that symptoms can tell apart, and a symptom that no entry
    names.
    """
    low = entry(
        "rate-too-low",
        51,
        "rate-too-high",
        indications=[
            {"symptom": "loss-falls-slowly", "frequency": 5, "evoking": 4},
            {"symptom": "step-is-slow", "frequency": 2, "evoking": 1},
        ],
        contra_indications=[
            {"symptom": "loss-diverges", "strength": 4, "note": "A short step does not diverge."}
        ],
        example=None,
    )
    content = small_content()
    return {
        "failure_modes": (content.failure_modes[0], low),
        "symptoms": (*content.symptoms, symptom("never-named"), *other_measured_symptoms(content)),
    }


def other_measured_symptoms(content):
    """Records of what the engine measures, since it refuses a symptom that the knowledge does not
    describe. No test words them, and learning nine phrasings of each took most of its time.
    """
    described = {record.slug for record in content.symptoms}
    return tuple(
        symptom(slug, detector=address).model_copy(update={"phrasings": [f"{slug} said"]})
        for slug, address in MEASURED_BY.items()
        if slug not in described
    )


@pytest.fixture
def post(client, served):
    """Sends a JSON body: a mapping, or a text as it is."""

    def send(body, content_type=JSON, **headers):
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        return client.post(URL, data, content_type=content_type, headers=headers)

    return send
