"""The measurement as one JSON object: what the page shows, and the counts of every detector."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from content.accuracy import Accuracy
from content.detector_counts import DetectorCounts


def json_text(accuracy: Accuracy, counts: Mapping[str, DetectorCounts]) -> str:
    record: dict[str, Any] = accuracy.model_dump(mode="json")
    record["detectors"] = [
        {
            "symptom": symptom,
            **asdict(each),
        }
        for symptom, each in counts.items()
    ]
    return json.dumps(record, ensure_ascii=False, indent=1)
