"""The formats in which each entry can be fetched, in the order in which its page offers them.

A new format is a module with one function from an entry to a text, and a line here.
"""

from __future__ import annotations

from dictionary.exports.export import Export
from dictionary.exports.json_record import json_record
from dictionary.exports.markdown_text import markdown_text

__all__ = ["EXPORTS", "Export"]

EXPORTS: tuple[Export, ...] = (
    Export("json", "JSON", "application/json", json_record),
    Export("md", "Markdown", "text/markdown", markdown_text),
)
