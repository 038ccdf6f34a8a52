"""Files of MLflow's local store for parameters: `params/NAME` holds one value as text."""

from __future__ import annotations

from engine.read.inputs import Reading
from engine.read.source import Format, Source
from engine.read.stores.members import clean_path
from engine.read.stores.written_settings import setting_of

_FOLDER = "params"
_LONGEST = 8000  # characters of a value, by MLflow's own limit


def sniff(source: Source) -> bool:
    """Recognize the folder, and one line in a file without a suffix."""
    name = _name_below(source.name)
    if not name or "." in name.rpartition("/")[2]:
        return False
    if len(source.content) > _LONGEST:
        return False
    text = source.text.strip()
    return bool(text) and "\n" not in text


def read(source: Source) -> Reading:
    """Return one setting, named by the file and its folders below `params`."""
    name = _name_below(source.name)
    return Reading(config={name: setting_of(source.text)})


def _name_below(path: str) -> str:
    folders, folder, name = clean_path(path).rpartition(f"{_FOLDER}/")
    is_folder = not folders or folders.endswith("/")
    return name if folder and is_folder else ""


FORMAT = Format(
    name="mlflow-param",
    label="a parameter of MLflow",
    sniff=sniff,
    read=read,
)
