import json

from dictionary.pages.accuracy.json_record import json_text
from tests.small_accuracy import small_accuracy


def test_a_measurement_without_detectors_keeps_its_own_fields():
    record = json.loads(json_text(small_accuracy(), {}))

    assert record.pop("detectors") == []
    assert record == json.loads(small_accuracy().model_dump_json())
