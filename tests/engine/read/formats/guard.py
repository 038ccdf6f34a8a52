"""Checks that every module of engine/read/formats is a complete format, both ways."""

import sys
from pathlib import Path

import engine.read.formats as package

MODULES = Path(package.__file__).parent
TESTS = Path(__file__).parent


def faults(formats, labels, modules=MODULES, tests=TESTS):
    """Say what is missing of a format, and which modules, labels and tests belong to none."""
    for form in formats:
        yield from _format_faults(form, labels, tests)
    in_tuple = {_module_of(form.read) for form in formats}
    in_folder = {path.stem for path in modules.glob("*.py")} - {"__init__"}
    for module in sorted(in_folder - in_tuple):
        yield f"{module}.py: is in no tuple: add it to FORMATS"
    for module in sorted(in_tuple - in_folder):
        yield f"{module}: a reader from outside of formats/"


def _format_faults(form, labels, tests):
    module = sys.modules[form.read.__module__]
    if form.sniff.__module__ != form.read.__module__:
        yield f"{form.name}: sniff and read are of two modules"
    if form != getattr(module, "FORMAT", None):
        yield f"{form.name}: is not the FORMAT of its module"
    if not form.label.strip():
        yield f"{form.name}: needs a label"
    if labels.get(form.name) != form.label:
        yield f"{form.name}: has another label in LABELS, or none"
    if not (tests / f"test_{_module_of(form.read)}.py").is_file():
        yield f"{form.name}: needs a test test_{_module_of(form.read)}.py"


def _module_of(function):
    return function.__module__.rpartition(".")[2]


def unlabeled(names, labels):
    """Return the format names that an answer can have and that no label is for."""
    return sorted(set(names) - labels.keys())
