"""Content files, each parsed once in a test process: a test that edits one of them parses one."""

from dataclasses import fields
from functools import cache

from content.schema import SIGNAL_GROUPS
from content.tree import Tree, parse


def parsed(files):
    """Return what `content.tree.parse` returns of the files; trees share their records."""
    whole = Tree()
    for path in sorted(files):
        _add(whole, _tree_of_file(path, files[path]))
    whole.failure_modes.sort(key=lambda record: record.value.id)
    whole.symptoms.sort(key=lambda record: SIGNAL_GROUPS.index(record.value.group))
    return whole


@cache
def _tree_of_file(path, data):
    return parse({path: data})


def _add(whole, part):
    for field in fields(Tree):
        records = getattr(whole, field.name)
        add = records.extend if isinstance(records, list) else records.update
        add(getattr(part, field.name))
