"""Titles of metrics as they read within a sentence or below a curve."""

from __future__ import annotations

from content.content import Content

METRIC = "metric"


def metric_titles(content: Content) -> dict[str, str]:
    """Return canonical name -> title.

    For example train_loss -> "training loss".
    """
    titles = {}
    for signal in content.signals:
        if signal.kind == METRIC:
            titles[signal.name] = within_sentence(signal.title)
    return titles


def within_sentence(title: str) -> str:
    """Lower the first letter, unless the first word is written in capitals."""
    first_word, _, _ = title.partition(" ")
    if first_word.isupper():
        return title
    first = title[:1]
    rest = title[1:]
    return first.lower() + rest
