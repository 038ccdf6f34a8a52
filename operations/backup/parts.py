"""Which rows a backup holds: all of every model, but for what the code or a visitor makes again."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db.models import Model

LEFT_OUT = {
    "contenttypes.contenttype",  # made by migrate, with other keys in another database
    "auth.permission",  # the same
    "sessions.session",  # whoever was signed in signs in again
}
MADE_BY_MIGRATE = {"quizzes.quiz"}  # in a database that nobody has used yet


def models_of_backup() -> list[type[Model]]:
    """Return the models, each after those that its rows name by something else than a key."""
    by_app = [(config, list(_kept(config.get_models()))) for config in apps.get_app_configs()]
    ordered = sort_dependencies(by_app, allow_cycles=True)
    return [model for model in ordered if label(model) not in LEFT_OUT]


def _kept(models: Iterator[type[Model]]) -> Iterator[type[Model]]:
    for model in models:
        meta = model._meta
        if meta.managed and not meta.proxy:
            yield model


def label(model: type[Model]) -> str:
    """Return the name of a model in a backup, such as quizzes.attempt."""
    return model._meta.label_lower


def filled_models() -> list[str]:
    """Return the models that have rows which only use can have made."""
    filled = []
    for model in models_of_backup():
        name = label(model)
        if name not in MADE_BY_MIGRATE and model._base_manager.exists():
            filled.append(name)
    return filled
