from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import logistic, median, rank_correlation, ratio
from engine.run import Case, Series

SYMPTOM = "memory-climbs"
# Growth after the first quarter, in which buffers and caches fill. SageMaker: five to ten points of
# the device. Own: below 0.5 % in healthy recorded runs.
NORMAL_GROWTH, ABNORMAL_GROWTH = 0.015, 0.08
NO_TREND, TREND = 0.5, 0.9
NAMES = ("rss_mb", "rss_mb_step", "gpu_memory_mb")
LEAST_POINTS = 6


def observe(case: Case) -> Finding | None:
    for name in NAMES:
        memory = curve(case, name)
        if memory is not None and len(memory) >= LEAST_POINTS:
            return _growth(memory)
    return None


def _growth(memory: Series) -> Finding:
    quarter = len(memory) // 4
    later = slice(quarter, None)
    level, end = median(memory.y[quarter : quarter + 2]), median(memory.y[-2:])
    trend = rank_correlation(memory.x[later], memory.y[later])
    per_step = ratio(end - level, float(memory.x[-1] - memory.x[quarter]))
    strength = min(
        logistic(ratio(end - level, level), NORMAL_GROWTH, ABNORMAL_GROWTH),
        logistic(trend, NO_TREND, TREND),
    )
    text = (
        f"After the first quarter {memory.name} goes from {level:.4g} to {end:.4g}, "
        f"{per_step:+.3g} per {memory.x_name}."
    )
    return Finding(
        strength, text, f"metrics.{memory.name}", span(memory, quarter), {"per_step": per_step}
    )
