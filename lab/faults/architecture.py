"""Faults whose entry is in the chapter architecture."""

from lab import effects
from lab.faults.fault import TABLES, Fault
from lab.train.sabotage import settings

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="insufficient-capacity",
        setup="two-units",
        change=settings.setting(width=2, depth=1),
        effect=effects.both(effects.worse_score, effects.higher_training_loss),
        pool=TABLES,
        also=("high-bias", "information-bottleneck", "inappropriate-depth", "underfitting"),
    ),
)
