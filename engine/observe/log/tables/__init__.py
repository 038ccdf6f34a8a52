"""What trainers and libraries print when something goes wrong: one table for each area, all in one
visible tuple.
"""

from engine.observe.log.tables.autograd import AUTOGRAD
from engine.observe.log.tables.classical import CLASSICAL
from engine.observe.log.tables.data_loading import DATA_LOADING
from engine.observe.log.tables.environment import CHECKPOINTS, HARDWARE_AND_BUILD, PROCESSES
from engine.observe.log.tables.memory import MEMORY
from engine.observe.log.tables.notices import NOTICES
from engine.observe.log.tables.row import Signature
from engine.observe.log.tables.tensors import LABEL_VALUES, SHAPES, TYPES

__all__ = ["SIGNATURES", "Signature"]

SIGNATURES: tuple[Signature, ...] = (
    *MEMORY,
    *DATA_LOADING,
    *SHAPES,
    *TYPES,
    *LABEL_VALUES,
    *AUTOGRAD,
    *PROCESSES,
    *HARDWARE_AND_BUILD,
    *CHECKPOINTS,
    *CLASSICAL,
    *NOTICES,
)
