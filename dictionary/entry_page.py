"""What the entry page needs beside the entry: its table of contents and its structured data."""

from __future__ import annotations

from typing import Any

from dictionary.models import FailureMode


def sections(entry: FailureMode, has_related: bool, has_look_alikes: bool) -> list[tuple[str, str]]:
    """(anchor, title) of the sections that this entry has, in reading order."""
    every = [
        ("rescue", "Can I save this run?", True),
        ("symptoms", "Symptoms", True),
        ("confirm", "Confirm it", True),
        ("fix", "Fix it", True),
        ("why", "Why it happens", True),
        ("example", "Example", bool(entry.example_bad)),
        ("look-alikes", "Look-alikes", has_look_alikes),
        ("related", "Related", has_related),
        ("references", "References", True),
    ]
    return [(anchor, title) for anchor, title, present in every if present]


def structured_data(entry: FailureMode, site: str) -> dict[str, Any]:
    """schema.org data of the entry; `site` is the address of the site without a slash at its
    end.
    """
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": f"{site}{entry.get_absolute_url()}",
        "url": f"{site}{entry.get_absolute_url()}",
        "name": entry.term,
        "alternateName": [
            alias.text for alias in entry.aliases.all() if alias.kind in {"synonym", "abbreviation"}
        ],
        "termCode": entry.code,
        "description": entry.summary,
        "dateModified": entry.changed.isoformat(),
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": "Lossary",
            "url": f"{site}/dictionary/",
        },
    }
