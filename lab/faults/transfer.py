"""Faults whose entry is in the chapter transfer."""

from lab import effects
from lab.faults.fault import CLUSTERS, Fault
from lab.train.sabotage import settings

FAULTS: tuple[Fault, ...] = (
    Fault(
        slug="catastrophic-forgetting",
        setup="second-task",
        change=settings.setting(replay=False),
        effect=effects.forgot,
        pool=CLUSTERS,
        fixed={"replay": True, "schedule": "constant", "epochs": 30},
        two_tasks=True,
        also=("catastrophic-interference", "fine-tuning-damage"),
    ),
)
