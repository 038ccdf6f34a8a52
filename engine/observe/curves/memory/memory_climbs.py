"""The memory of the process or of the device grows without end.

Measured after the first quarter, in which buffers and caches fill: the growth as a share of the
level, and the rank correlation with time. Healthy runs grow by less than 0.5 %.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.ranks import rank_correlation
from engine.observe.measures.robust import median, ratio
from engine.observe.measures.series import curve, part
from engine.run import Case, Series

SYMPTOM = "memory-climbs"
GROWTH = Band(
    0.015,
    0.08,
    source="healthy-runs",
    compare=("sagemaker-debugger",),
    note="of the level; below 0.005 in healthy recorded runs; "
    "SageMaker: 5 to 10 points of the device",
)
TREND = Band(
    0.5,
    0.9,
    source="judgment",
    note="rank correlation with time",
)
SERIES = ("rss_mb", "rss_mb_step", "gpu_memory_mb")
LEAST_POINTS = 6


def observe(case: Case) -> Finding | None:
    for name in SERIES:
        memory = curve(case, name)
        if memory is not None and len(memory) >= LEAST_POINTS:
            return _growth(memory)
    return None


def _growth(memory: Series) -> Finding:
    later = part(memory, len(memory) // 4)
    level = median(later.y[:2])
    end = median(later.y[-2:])
    growth = ratio(end - level, level)
    trend = rank_correlation(later.x, later.y)
    length = float(later.x[-1] - later.x[0])
    per_step = ratio(end - level, length)
    return Finding.on(
        later,
        strength=min(GROWTH.strength(growth), TREND.strength(trend)),
        text=f"After the first quarter {memory.name} goes from {level:.4g} to {end:.4g}, "
        f"{per_step:+.3g} per {memory.x_name}.",
    )
