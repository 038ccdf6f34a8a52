"""The page of an answer as it is kept: what was shown, and what was typed for the next round."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass, replace
from typing import Any

from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.form import Form
from engine.read import NamedFile

MOST_BYTES = 1024 * 1024  # of a page, packed: some 5 MB of a log
CONTENT_TYPE = "application/vnd.lossary.answer"  # of a page on its way to where it is kept


@dataclass(frozen=True, slots=True)
class KeptPage:
    """answer: HTML of the answer. report: the report of the API. markdown: for an issue."""

    title: str
    answer: str
    form: Form
    report: dict[str, Any]
    markdown: str = ""

    def without_inputs(self) -> KeptPage:
        """Leave out what was typed and uploaded, and name it, so that it can be asked for again."""
        form = self.form
        typed = {
            "the log": form.text,
            "your words": form.description,
            "the configuration": form.config,
        }
        lost = [name for name, text in typed.items() if text.strip()]
        files = [name for name, _ in form.carried]
        emptied = replace(
            form,
            text="",
            description="",
            config="",
            files=(),
            lost=(*lost, *files, *form.not_carried),
        )
        return replace(self, form=emptied)

    def for_others(self) -> KeptPage:
        """Leave out all of the form: it holds what was sent."""
        return replace(self, form=Form())


def packed(page: KeptPage) -> bytes:
    """Return a page in at most MOST_BYTES where that can be: what was typed is left out first."""
    whole = _packed(page)
    if len(whole) <= MOST_BYTES:
        return whole
    return _packed(page.without_inputs())


def unpacked(data: bytes) -> KeptPage:
    text = zlib.decompress(data)
    fields = json.loads(text)
    form = _form_of(fields.pop("form"))
    return KeptPage(form=form, **fields)


def _packed(page: KeptPage) -> bytes:
    fields = {
        "title": page.title,
        "answer": page.answer,
        "report": page.report,
        "markdown": page.markdown,
        "form": _fields_of(page.form),
    }
    text = json.dumps(fields)
    return zlib.compress(text.encode("ascii"))


def _fields_of(form: Form) -> dict[str, Any]:
    corrections = form.corrections
    return {
        "text": form.text,
        "description": form.description,
        "config": form.config,
        "symptoms": form.symptoms,
        "absent_symptoms": form.absent_symptoms,
        "carried": form.carried,
        "lost": form.not_carried,
        "run": corrections.run,
        "names": dict(corrections.names),
    }


def _form_of(fields: dict[str, Any]) -> Form:
    files = [NamedFile(name, text.encode()) for name, text in fields["carried"]]
    return Form(
        text=fields["text"],
        description=fields["description"],
        config=fields["config"],
        symptoms=tuple(fields["symptoms"]),
        absent_symptoms=tuple(fields["absent_symptoms"]),
        files=tuple(files),
        corrections=Corrections(fields["run"], fields["names"]),
        lost=tuple(fields["lost"]),
    )
