"""A small measurement, for tests of the pages on it."""

import datetime as dt

from content.accuracy import FORM, Accuracy

SHARES = {"runs": 4, "first": 0.5, "top3": 0.75, "strict": 0.25, "reported": 0.5}


def miss(item, **fields):
    record = {
        "set": "reports",
        "item": item,
        "kind": "missed",
        "given": f"the text of {item}",
        "label": "overfitting",
        "accepted": ["gone-entry"],
        "verdict": "undecided",
        "probability": 0.3,
        "answered": ["nan-loss", "underfitting"],
        "reported": [],
        "place": 7,
    }
    return {**record, **fields}


def item_set(name, title):
    return {
        "name": name,
        "title": title,
        "about": f"About {name}.",
        "files": [f"benchmarks/data/{name}.jsonl"],
        "items": 60,
        "failing": 52,
        "covered": 50,
        "fine": 8,
    }


def system(name, first, **fields):
    record = {
        "system": name,
        "version": "1.2",
        "license": "MIT",
        "input": "step lines",
        "date": "2026-11-30",
        "every": {**SHARES, "first": first},
        "published": SHARES,
        "alarms": 3,
        "healthy": 32,
        "unanswered": 5,
        "milliseconds": 1.25,
        "rules": [{"rule": "R001", "is_note": True, "faulty": 4, "right": 1, "healthy": 2}],
    }
    return {**record, **fields}


def bins(*points):
    """Bins of ten answers: (said, right)."""
    return [
        {"low": 0.2 * place, "high": 0.2 * place + 0.2, "items": 10, "said": said, "right": right}
        for place, (said, right) in enumerate(points)
    ]


def small_accuracy(**fields):
    record = {
        "form": FORM,
        "date": dt.date(2026, 11, 30),
        "edition": "2026.11",
        "entries": 3,
        "versions": {"engine": "e1", "content": "c1", "data": "d1"},
        "sets": [item_set("reports", "Reports"), item_set("silent", "Nothing to report")],
        "measures": [
            {"set": "reports", "name": "covered, accepted first", "right": 37, "whole": 62},
            {"set": "silent", "name": "covered, accepted first", "right": 1, "whole": 2},
            {"set": "silent", "name": "no cause reported", "right": 110, "whole": 110},
        ],
        "reliability": [
            {"set": "reports", "items": 52, "brier": 0.154, "bins": bins((0.1, 0.2), (0.3, 0.3))},
            {"set": "silent", "items": 3, "brier": 0.2, "bins": bins((0.1, 0.0))},
        ],
        "systems": [system("worse", 0.25), system("lossary", 0.625, rules=[])],
        "misses": [
            miss("d002", kind="false-alarm", label="healthy", accepted=[], place=None),
            miss("d001"),
        ],
        "terms": {"gone-entry": "A gone entry"},
        "text_rules": [
            {
                "title": "Rules over program text",
                "about": "The programs of the entries.",
                "failing": 146,
                "fine": 145,
                "silent": 8,
                "rules": [
                    {"rule": "deep", "is_note": False, "faulty": 2, "right": 1, "healthy": 0}
                ],
            }
        ],
    }
    return Accuracy.model_validate({**record, **fields})
