"""What search engines read about an entry, in the words of schema.org."""

from __future__ import annotations

from typing import Any

from dictionary.models import FailureMode

OTHER_NAMES = {"synonym", "abbreviation"}


def structured_data(entry: FailureMode, site: str) -> dict[str, Any]:
    """Describe the entry; `site` is the address of the site without a slash at its end."""
    url = f"{site}{entry.get_absolute_url()}"
    names = other_names(entry)
    return {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": url,
        "url": url,
        "name": entry.term,
        "alternateName": names,
        "termCode": entry.code,
        "description": entry.summary,
        "dateModified": entry.changed.isoformat(),
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "name": "Lossary",
            "url": f"{site}/dictionary/",
        },
    }


def other_names(entry: FailureMode) -> list[str]:
    """Return the synonyms and abbreviations of an entry."""
    return [alias.text for alias in entry.aliases.all() if alias.kind in OTHER_NAMES]
