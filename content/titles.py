"""Titles of metrics as they read within a sentence or below a curve."""

from __future__ import annotations

from content.content import Content


def metric_titles(content: Content) -> dict[str, str]:
    """Return canonical name -> title: train_loss -> "training loss"."""
    metrics = [signal for signal in content.signals if signal.kind == "metric"]
    return {metric.name: within_sentence(metric.title) for metric in metrics}


def within_sentence(title: str) -> str:
    """Lower the first letter, unless the first word is written in capitals."""
    first_word, _, _ = title.partition(" ")
    if first_word.isupper():
        return title
    return title[:1].lower() + title[1:]
