"""Recordings as programs print them."""

import json

from dictionary.figures.overlay.choose import Recording


def recording(term, **series):
    """What a program printed: a row for each epoch."""
    length = len(next(iter(series.values())))
    rows = []
    for epoch in range(length):
        values = {name: values[epoch] for name, values in series.items()}
        rows.append(json.dumps({"epoch": epoch, **values}))
    return Recording(term, f"/e/{term}/", "\n".join(rows) + "\n")
