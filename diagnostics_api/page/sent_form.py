"""The form as a browser sends it, with the button that was pressed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict

from diagnostics_api.page.corrections import sent_corrections
from diagnostics_api.page.examples import example_form
from diagnostics_api.page.form import Form
from diagnostics_api.service.uploads import keep_folders, named_files
from engine.read import NamedFile


@dataclass(frozen=True, slots=True)
class Reply:
    """Symptom of the button that was pressed, if one was."""

    yes: str | None = None
    no: str | None = None
    undo: str | None = None


def sent_form(request: HttpRequest) -> Form:
    """Return what was sent, with the reply to the next check put among the symptoms.

    The button of a recorded run sends its name alone.
    """
    keep_folders(request)
    sent = request.POST
    example = example_form(sent.get("example", ""))
    if example is not None:
        return example
    uploaded = _uploaded(request)
    carried = _carried(sent)
    form = Form(
        text=sent.get("text", ""),
        description=sent.get("description", ""),
        config=sent.get("config", ""),
        symptoms=_distinct(sent, "symptoms"),
        absent_symptoms=_distinct(sent, "absent_symptoms"),
        files=(*uploaded, *carried),
        corrections=sent_corrections(sent),
    )
    reply = Reply(
        yes=sent.get("yes"),
        no=sent.get("no"),
        undo=sent.get("undo"),
    )
    return with_reply(form, reply)


def with_reply(form: Form, reply: Reply) -> Form:
    """Move a symptom to where the button puts it: yes to the seen, no to the absent, undo away."""
    yes = reply.yes
    no = reply.no
    seen = _without(form.symptoms, no, reply.undo)
    absent = _without(
        form.absent_symptoms,
        yes,
        reply.undo,
        *seen,
    )
    if yes and yes not in seen:
        seen.append(yes)
    if no and no not in absent:
        absent.append(no)
    return replace(
        form,
        symptoms=tuple(seen),
        absent_symptoms=tuple(absent),
    )


def _without(
    slugs: tuple[str, ...],
    *removed: str | None,
) -> list[str]:
    return [slug for slug in slugs if slug not in removed]


def _distinct(sent: QueryDict, name: str) -> tuple[str, ...]:
    values = sent.getlist(name)
    distinct = dict.fromkeys(values)
    return tuple(distinct)


def _uploaded(request: HttpRequest) -> list[NamedFile]:
    files = named_files(request.FILES.getlist("files"))
    return [file for file in files if file.content.strip()]


def _carried(sent: QueryDict) -> list[NamedFile]:
    names = sent.getlist("carried_name")
    texts = sent.getlist("carried_text")
    files = []
    for name, text in zip(names, texts, strict=False):
        content = text.encode()
        file = NamedFile(name, content)
        files.append(file)
    return files
