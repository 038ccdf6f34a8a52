"""Read the file of an entry: front matter in YAML, below it the definition and the mechanism."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from content.documents import Document, Reading, read_yaml
from content.problems import Problem

MECHANISM = re.compile(r"^## Mechanism[ \t]*$", re.MULTILINE)
FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)

Texts = dict[str, str]  # definition and mechanism


@dataclass(frozen=True, slots=True)
class Body:
    """What stands below the front matter, and the line on which it begins."""

    text: str
    line: int


def read_entry(path: str, text: str) -> Reading:
    """Return the document of an entry and its problems.

    The data are those of the front matter with the texts below it, and None where the file has not
    the shape of an entry.
    """
    parts = FRONT_MATTER.fullmatch(text)
    if not parts:
        problem = Problem(
            path,
            line=1,
            message="must begin with front matter between two lines of ---",
        )
        return Document(path), [problem]

    front, below = parts.groups()
    document, problems = read_yaml(path, front, first_line=2)
    line = front.count("\n") + 3
    data, misshapen = _data(document, Body(below, line))
    return replace(document, data=data), [*problems, *misshapen]


def _data(
    document: Document,
    body: Body,
) -> tuple[dict[Any, Any] | None, list[Problem]]:
    """Return the front matter with the texts, or None, and the problems of both together."""
    headings = list(MECHANISM.finditer(body.text))
    if len(headings) > 1:
        problem = Problem(
            document.path,
            line=body.line,
            message="the text must have only one heading ## Mechanism",
        )
        return None, [problem]
    front = document.data
    if not isinstance(front, dict):
        message = "the front matter must be keys and values"
        problem = document.problem(message)
        return None, [problem]

    texts = _texts(document, body, headings)
    problems = []
    for key in texts.keys() & front.keys():
        message = f"{key} belongs below the front matter"
        problem = document.problem(message, (key,))
        problems.append(problem)
    return {**front, **texts}, problems


def _texts(
    document: Document,
    body: Body,
    headings: list[re.Match[str]],
) -> Texts:
    """Return the texts below the front matter, and note their lines in the document.

    Without a heading all of the body is the definition.
    """
    text = body.text
    written = text.lstrip("\n")
    blank_lines = len(text) - len(written)
    document.lines["definition",] = body.line + blank_lines
    if not headings:
        return {"definition": text}

    heading = headings[0]
    definition = text[: heading.start()]
    document.lines["mechanism",] = body.line + definition.count("\n")
    return {
        "definition": definition,
        "mechanism": text[heading.end() :],
    }
