"""Draw the typical shape of a chapter or an entry as SVG; empty for a name that is no shape.

The ids inside a drawing are unique on every page: no page shows one drawing twice.
"""

from __future__ import annotations

from charts.presets import PRESETS
from charts.stretched import Plot, stretched
from charts.svg import preset_figure, thumbnail

SHAPE_HEIGHT = 110  # pixels


def chapter_thumbnail(slug: str, preset: str) -> str:
    if preset not in PRESETS:
        return ""
    return thumbnail(preset, "", f"chapter-curve-{slug}")


def entry_thumbnail(slug: str, preset: str, alt: str) -> str:
    if preset not in PRESETS:
        return ""
    return thumbnail(preset, alt, f"curve-{slug}")


def entry_figure(slug: str, preset: str, alt: str) -> str:
    if preset not in PRESETS:
        return ""
    return preset_figure(preset, alt, f"figure-{slug}")


def entry_shape(slug: str, preset: str, alt: str) -> str:
    """Return the typical shape as the small figure beside the name."""
    if preset not in PRESETS:
        return ""
    shape = PRESETS[preset]
    plot = Plot(
        shape.curves,
        shape.labels,
        SHAPE_HEIGHT,
        shade=shape.shade,
        level=shape.level,
        unit_square=True,
    )
    return stretched(plot, (alt, shape.description), f"shape-{slug}")
