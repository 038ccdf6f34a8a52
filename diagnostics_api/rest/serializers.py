"""What goes into and comes out of the API. The response serializers describe; rendering is in
render.py.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

MAX_TOP = 50
MAX_SYMPTOMS = 200
MAX_FILES = 20


@extend_schema_field({"type": "object", "additionalProperties": True})
class MappingField(serializers.Field[Any, Any, Any, Any]):
    """An object, passed on as it is: its values are read and checked by the engine."""

    default_error_messages = {"type": "must be an object"}

    def to_internal_value(self, data: Any) -> Any:
        if not isinstance(data, dict):
            self.fail("type")
        return data

    def to_representation(self, value: Any) -> Any:
        return value


@extend_schema_field(
    {"oneOf": [{"type": "object", "additionalProperties": True}, {"type": "string"}]}
)
class ConfigField(MappingField):
    """An object, or the text of a YAML or JSON file."""

    default_error_messages = {"type": "must be an object or a text"}

    def to_internal_value(self, data: Any) -> Any:
        return data if isinstance(data, str) else super().to_internal_value(data)


class TextField(serializers.CharField):
    """Text only: a CharField would take numbers too, and refuses the NUL bytes of broken logs."""

    default_error_messages = {"invalid": "must be a text"}

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, trim_whitespace=False, required=False, **options)
        self.validators = []

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        if len(data) > settings.DIAGNOSIS_MAX_BYTES:
            self.fail("max_length", max_length=settings.DIAGNOSIS_MAX_BYTES)
        return data


class ShortListField(serializers.ListField):
    """A list whose length is checked first: a ListField would look at each of a million items."""

    def run_child_validation(self, data: Any) -> Any:
        most = self.max_length
        if most is not None and len(data) > most:
            self.fail("max_length", max_length=most)
        return super().run_child_validation(data)


class SlugListField(ShortListField):
    def __init__(self, **options: Any) -> None:
        super().__init__(
            child=serializers.CharField(max_length=60),
            required=False,
            max_length=MAX_SYMPTOMS,
            **options,
        )


class DiagnosisRequestSerializer(serializers.Serializer[Any]):
    description = TextField(help_text="The problem in words.")
    symptoms = SlugListField(help_text="Slugs of symptoms that are there for certain.")
    absent_symptoms = SlugListField(help_text="Slugs of symptoms that are certainly not there.")
    metrics = MappingField(
        required=False,
        help_text="Name to series: a list (x is then `step` or `epoch` of the same length), or "
        "{x: [], y: []}; "
        "layers as an object of lists; classes as a list of lists. Values that are not finite are "
        '"NaN", "Infinity", "-Infinity"; null was not recorded.',
    )
    config = ConfigField(
        required=False, help_text="Settings of the run, nested as they are, or a YAML or JSON text."
    )
    log = TextField(help_text="Text as the trainer printed it.")
    files = ShortListField(
        child=serializers.FileField(allow_empty_file=True),
        required=False,
        max_length=MAX_FILES,
        help_text="Only as multipart/form-data: logs, metrics.csv, trainer_state.json, event "
        "files, configurations.",
    )
    top = serializers.IntegerField(
        required=False,
        min_value=1,
        max_value=MAX_TOP,
        help_text="How many failure modes are listed (default 5).",
    )


class FailureModeLinkSerializer(serializers.Serializer[Any]):
    id = serializers.CharField()
    slug = serializers.CharField()
    term = serializers.CharField()
    chapter = serializers.CharField()
    url = serializers.CharField()


class SpanSerializer(serializers.Serializer[Any]):
    series = serializers.CharField()
    to = serializers.FloatField()

    def get_fields(self) -> dict[str, Any]:
        return {
            **super().get_fields(),
            "from": serializers.FloatField(),
        }  # `from` is no name for an attribute


class EvidenceSerializer(serializers.Serializer[Any]):
    symptom = serializers.CharField(allow_blank=True)
    source = serializers.CharField()  # type: ignore[assignment]
    strength = serializers.FloatField()
    direction = serializers.ChoiceField(["for", "against"])
    weight = serializers.FloatField(
        help_text="Log likelihood ratio against a healthy run, in nats."
    )
    text = serializers.CharField()
    span = SpanSerializer(required=False)


class FixSerializer(serializers.Serializer[Any]):
    title = serializers.CharField()
    kind = serializers.CharField()
    effort = serializers.CharField()
    verify = serializers.CharField()


class ConfirmSerializer(serializers.Serializer[Any]):
    check = serializers.CharField()
    title = serializers.CharField()
    cost = serializers.CharField()
    expected_if_present = serializers.CharField()
    expected_if_absent = serializers.CharField()


class DiagnosisSerializer(serializers.Serializer[Any]):
    failure_mode = FailureModeLinkSerializer()
    probability = serializers.FloatField()
    urgency = serializers.CharField()
    evidence = EvidenceSerializer(many=True)
    fixes = FixSerializer(many=True)
    confirm = ConfirmSerializer(many=True)


class ObservationSerializer(serializers.Serializer[Any]):
    symptom = serializers.CharField()
    state = serializers.ChoiceField(["seen", "absent", "not-measured"])
    strength = serializers.FloatField(required=False)
    source = serializers.CharField(required=False)  # type: ignore[assignment]
    text = serializers.CharField(required=False)
    span = SpanSerializer(required=False)


class NextCheckSerializer(serializers.Serializer[Any]):
    check = serializers.CharField()
    title = serializers.CharField()
    cost = serializers.CharField()
    information_bits = serializers.FloatField()
    symptom = serializers.CharField(
        help_text="Send it in symptoms for yes, in absent_symptoms for no."
    )
    question = serializers.CharField()
    if_yes = serializers.CharField()
    if_no = serializers.CharField()


class ReadAsSerializer(serializers.Serializer[Any]):
    name = serializers.CharField()
    format = serializers.CharField()
    series = serializers.DictField(child=serializers.IntegerField())


class KnowledgeSerializer(serializers.Serializer[Any]):
    edition = serializers.CharField()
    entries = serializers.IntegerField()


class ReportSerializer(serializers.Serializer[Any]):
    verdict = serializers.ChoiceField(["failure", "healthy", "undecided"])
    diagnoses = DiagnosisSerializer(many=True)
    reported = serializers.ListField(child=serializers.CharField())
    observations = ObservationSerializer(many=True)
    next_checks = NextCheckSerializer(many=True)
    unexplained = ObservationSerializer(many=True)
    healthy_probability = serializers.FloatField()
    something_else_probability = serializers.FloatField()
    read_as = ReadAsSerializer(many=True)
    warnings = serializers.ListField(child=serializers.CharField())
    knowledge = KnowledgeSerializer()


class ProblemErrorSerializer(serializers.Serializer[Any]):
    pointer = serializers.CharField(allow_blank=True)
    detail = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    errors = ProblemErrorSerializer(many=True, required=False)  # type: ignore[assignment]
