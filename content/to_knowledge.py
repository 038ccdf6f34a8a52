"""Make the engine's Knowledge from the content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from content import schema
from content.content import Content, hashed_content_of_folder
from content.recorded import read_recorded
from content.text_model import read_text_model
from engine import knowledge as records
from engine.names import normalized

CausalLink = tuple[str, str]  # slugs of a cause and of its consequence


def knowledge_from_files(root: Path) -> records.Knowledge:
    """Read a content folder, and the text model and counts beside it, without a database.

    Raises ContentError with all problems, and ValueError for an unreadable model or counts.
    """
    knowledge = knowledge_without_model(root)
    return with_measured(knowledge, root)


def with_measured(knowledge: records.Knowledge, root: Path) -> records.Knowledge:
    """Add what was fitted and counted and lies beside the content: the text model and the counts.

    Raises ValueError with the name of the file that cannot be read.
    """
    return replace(
        knowledge,
        text_model=read_text_model(root),
        recorded=read_recorded(root),
    )


def knowledge_without_model(root: Path) -> records.Knowledge:
    """Read a content folder alone. Raises ContentError with all problems."""
    read = hashed_content_of_folder(root)
    return knowledge_of(read.content, read.hash)


def knowledge_of(
    content: Content,
    edition: str,
    model: records.TextModel | None = None,
) -> records.Knowledge:
    """Return what the engine needs of the content. `edition` is the hash of the content."""
    symptoms = {symptom.slug: _symptom(symptom) for symptom in content.symptoms}
    checks = {check.slug: _check(check) for check in content.checks}
    return records.Knowledge(
        edition=edition,
        name=content.name,
        failure_modes=_failure_modes(content.published),
        symptoms=symptoms,
        checks=checks,
        metric_names=_names(content.signals, "metric"),
        config_names=_names(content.signals, "config"),
        planned={entry.slug: entry.term for entry in content.planned},
        text_model=model,
    )


def _failure_modes(
    entries: Iterable[schema.FailureMode],
) -> dict[str, records.FailureMode]:
    """Return what the engine needs of each entry. Planned entries are named nowhere in it."""
    published = {entry.slug: entry for entry in entries}
    causes = defaultdict(list)
    consequences = defaultdict(list)
    for cause, consequence in _links_among(published):
        causes[consequence].append(cause)
        consequences[cause].append(consequence)

    modes = {}
    for slug, entry in published.items():
        related = _related(entry, "parent-of")
        children = [child for child in related if child in published]
        modes[slug] = records.FailureMode(
            slug=slug,
            prevalence=entry.prevalence,
            indications=_indications(entry),
            entry_class=entry.entry_class,
            causes=tuple(causes[slug]),
            consequences=tuple(consequences[slug]),
            children=tuple(children),
            ranks_as_itself=entry.ranks_as_itself,
            points_to=entry.points_to or "",
            names=_names_of(entry),
        )
    return modes


def _names_of(entry: schema.FailureMode) -> tuple[str, ...]:
    """Return what people and tools call the failure, each name once."""
    names = [
        entry.term,
        *(alias.text for alias in entry.aliases),
        *(other.rule for other in entry.other_tools),
    ]
    once = dict.fromkeys(names)
    return tuple(once)


def _links_among(published: Mapping[str, schema.FailureMode]) -> list[CausalLink]:
    """Return the causal links between two of these entries, each once."""
    links = []
    for entry in published.values():
        for link in _causal_links(entry):
            cause, consequence = link
            if cause in published and consequence in published:
                links.append(link)
    once = dict.fromkeys(links)
    return list(once)


def _causal_links(entry: schema.FailureMode) -> list[CausalLink]:
    """Return (cause, consequence) as the entry states them: its listed causes, then what it causes.

    Children of a family are narrower cases of it, and no causes.
    """
    slug = entry.slug
    causes = _listed_causes(entry)
    consequences = _related(entry, "causes")
    links = [
        *((cause, slug) for cause in causes),
        *((slug, consequence) for consequence in consequences),
    ]
    to_itself = (slug, slug)
    return [link for link in links if link != to_itself]


def _listed_causes(entry: schema.FailureMode) -> list[str]:
    """Return the entries among the causes that a finding or a loud failure lists."""
    if entry.entry_class not in (records.FINDING, records.LOUD):
        return []
    listed = [
        *(found.entry for found in entry.find_the_cause),
        *(cause.entry for cause in entry.causes),
    ]
    return list(filter(None, listed))


def _related(
    entry: schema.FailureMode,
    kind: schema.RelationType,
) -> list[str]:
    """Return the entries that the entry has a relation of this kind to."""
    relations = [relation for relation in entry.relations if relation.type == kind]
    return [relation.failure_mode for relation in relations]


def _indications(entry: schema.FailureMode) -> tuple[records.Indication, ...]:
    """Return the symptoms that speak for the entry, then those that speak against it."""
    return (
        *map(_speaking_for, entry.indications),
        *map(_speaking_against, entry.contra_indications),
    )


def _speaking_for(indication: schema.Indication) -> records.Indication:
    return records.Indication(
        symptom=indication.symptom,
        frequency=indication.frequency,
        evoking=indication.evoking,
    )


def _speaking_against(indication: schema.ContraIndication) -> records.Indication:
    return records.Indication(
        symptom=indication.symptom,
        frequency=0,
        evoking=-indication.strength,
    )


def _symptom(symptom: schema.Symptom) -> records.Symptom:
    return records.Symptom(
        slug=symptom.slug,
        facet=symptom.facet,
        importance=symptom.importance,
        background=symptom.background,
        phrasings=tuple(symptom.phrasings),
    )


def _check(check: schema.Check) -> records.Check:
    outcomes = [records.Outcome(outcome.symptom) for outcome in check.outcomes]
    return records.Check(
        slug=check.slug,
        cost=check.cost,
        outcomes=tuple(outcomes),
    )


def _names(signals: Iterable[schema.Signal], kind: str) -> dict[str, str]:
    """Return each name of the signals of a kind, normalized -> canonical name."""
    canonical = {}
    for signal in signals:
        if signal.kind != kind:
            continue
        names = (signal.name, *signal.aliases)
        for name in names:
            key = normalized(name)
            canonical[key] = signal.name
    return canonical
