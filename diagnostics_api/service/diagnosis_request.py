"""Fields of a request for a diagnosis: each checked and described once.

Values of `metrics` and `config` are read and checked by the engine.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    RootModel,
    ValidationInfo,
    WithJsonSchema,
)

from diagnostics_api.service.described import tidied
from diagnostics_api.service.reading_request import Corrections, ReadingRequest
from diagnostics_api.service.refusal import not_null, refused
from engine.read import NamedFile

MAX_TOP = 50
MAX_SYMPTOMS = 200
MAX_FILES = 500  # a run folder has one for each metric, and its by-products
DEFAULT_TOP = 5
LONGEST_SLUG = 60
YES = ("true", "1", "on")
NO = ("false", "0", "off", "")
LONGEST_NUMBER = 1000  # characters; longer ones are slow to read


def a_text(value: object, info: ValidationInfo) -> object:
    """Refuse what is no text, and a text longer than the context allows."""
    if not isinstance(value, str):
        raise refused("must be a text")
    longest: int | None = info.context
    if longest is not None and len(value) > longest:
        raise refused(f"Ensure this field has no more than {longest} characters.")
    return value


def a_slug(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise refused("Not a valid string.")
    slug = str(value).strip()
    if not slug:
        raise refused("This field may not be blank.")
    if len(slug) > LONGEST_SLUG:
        raise refused(f"Ensure this field has no more than {LONGEST_SLUG} characters.")
    if "\x00" in slug:
        raise refused("Null characters are not allowed.")
    return slug


def a_list_of_at_most(count: int) -> BeforeValidator:
    """Check the length before any item, since a body may list a million of them."""

    def counted(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise refused(f'Expected a list of items but got type "{type(value).__name__}".')
        if len(value) > count:
            raise refused(f"Ensure this field has no more than {count} elements.")
        return value

    return BeforeValidator(counted)


def an_object(value: object) -> object:
    if not isinstance(value, dict):
        raise refused("must be an object")
    return value


def an_object_or_text(value: object) -> object:
    if not isinstance(value, dict | str):
        raise refused("must be an object or a text")
    return value


def a_file(value: object) -> object:
    if not isinstance(value, NamedFile):
        raise refused("The submitted data was not a file. Check the encoding type on the form.")
    return value


def _without_zero_decimals(text: str) -> str:
    whole, point, decimals = text.rstrip().rpartition(".")
    if point and not decimals.strip("0"):
        return whole
    return text


def a_count(value: object) -> int:
    """Read a whole number as JSON or a form gives it: 3, 3.0 or "3"."""
    if isinstance(value, str) and len(value) > LONGEST_NUMBER:
        raise refused("String value too large.")
    try:
        number = int(_without_zero_decimals(str(value)))
    except ValueError:
        raise refused("A valid integer is required.") from None
    if number < 1:
        raise refused("Ensure this value is greater than or equal to 1.")
    if number > MAX_TOP:
        raise refused(f"Ensure this value is less than or equal to {MAX_TOP}.")
    return number


def a_flag(value: object) -> bool:
    """Read a flag as JSON gives it, or as one of the words of a form."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        word = value.strip().lower()
        if word in YES:
            return True
        if word in NO:
            return False
    raise refused("Must be true or false.")


NotNull = BeforeValidator(not_null)
OBJECT = {"type": "object", "additionalProperties": True}
SLUG = {"type": ["string", "number"], "maxLength": LONGEST_SLUG}
# Forms send words and numbers as text, and JSON may do so, too.
FLAG = {"enum": [True, False, *YES, *NO]}
COUNT = {
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": MAX_TOP},
        {"type": "string", "pattern": r"^\s*\d+(\.0*)?\s*$"},
    ]
}
FILE = {"type": "string", "format": "binary"}

Text = Annotated[str, PlainValidator(a_text), NotNull, WithJsonSchema({"type": "string"})]
Mapped = Annotated[dict[str, Any], PlainValidator(an_object), NotNull, WithJsonSchema(OBJECT)]
Settings = Annotated[
    dict[str, Any] | str,
    PlainValidator(an_object_or_text),
    NotNull,
    WithJsonSchema({"oneOf": [OBJECT, {"type": "string"}]}),
]
Count = Annotated[
    int,
    PlainValidator(a_count),
    NotNull,
    WithJsonSchema(COUNT),
]
Flag = Annotated[bool, PlainValidator(a_flag), NotNull, WithJsonSchema(FLAG)]
Slug = Annotated[str, PlainValidator(a_slug), NotNull]
Slugs = Annotated[
    tuple[Slug, ...],
    a_list_of_at_most(MAX_SYMPTOMS),
    NotNull,
    WithJsonSchema({"type": "array", "items": SLUG, "maxItems": MAX_SYMPTOMS}),
]
File = Annotated[NamedFile, PlainValidator(a_file), NotNull]
Files = Annotated[
    tuple[File, ...],
    a_list_of_at_most(MAX_FILES),
    NotNull,
    WithJsonSchema({"type": "array", "items": FILE, "maxItems": MAX_FILES}),
]


Rows = Annotated[list[dict[str, Any] | list[Any]], Field(min_length=1)]


class DiagnosisFields(BaseModel):
    """What a run shows. All fields are optional, and at least one must show something."""

    model_config = ConfigDict(
        frozen=True,
        use_attribute_docstrings=True,
        json_schema_extra=tidied,
    )

    description: Text = ""
    """The problem in words."""
    symptoms: Slugs = ()
    """Slugs of symptoms that are there for certain."""
    absent_symptoms: Slugs = ()
    """Slugs of symptoms that are certainly not there."""
    metrics: Mapped = {}
    """Name to series: a list (x is then `step` or `epoch` of the same length), or {x: [], y: []};
    layers as an object of lists; classes as a list of lists. Values that are not finite are
    "NaN", "Infinity", "-Infinity"; null was not recorded.
    """
    config: Settings = {}
    """Settings of the run, nested as they are, or a YAML or JSON text."""
    log: Text = ""
    """Text as the trainer printed it."""
    reading: Corrections = ReadingRequest()
    """Corrections of what the inputs were taken for."""
    top: Count = DEFAULT_TOP
    """How many failure modes are listed."""
    unmeasured: Flag = False
    """Whether `observations` lists the symptoms, too, that could not be looked for."""


class JsonBody(RootModel[DiagnosisFields | Rows]):
    """Fields of a request, or a JSON file of a run as it is: rows, or an object of other names."""


class DiagnosisRequest(DiagnosisFields):
    """What a run shows, with its files. At least one field must show something."""

    files: Files = ()
    """Only as multipart/form-data: logs, tables, JSON, event files, databases, archives and
    configurations, under names that may hold folders.
    """
