"""The symptoms measured on curves, by group, in the order in which they are reported."""

from engine.observe.curves.activations import ACTIVATIONS
from engine.observe.curves.generation import GENERATION
from engine.observe.curves.gradients import GRADIENTS
from engine.observe.curves.loss import LOSS
from engine.observe.curves.memory import MEMORY
from engine.observe.curves.metrics import METRICS
from engine.observe.curves.outputs import OUTPUTS
from engine.observe.curves.speed import SPEED
from engine.observe.curves.updates import UPDATES
from engine.observe.curves.validation import VALIDATION
from engine.observe.detector import Detector

CURVES: tuple[Detector, ...] = (
    *LOSS,
    *VALIDATION,
    *METRICS,
    *OUTPUTS,
    *GRADIENTS,
    *UPDATES,
    *ACTIVATIONS,
    *MEMORY,
    *SPEED,
    *GENERATION,
)
