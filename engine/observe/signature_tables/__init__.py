"""What trainers and libraries print when something goes wrong: one table for each area, all in one visible tuple."""

from engine.observe.signature_tables.autograd import AUTOGRAD
from engine.observe.signature_tables.classical import CLASSICAL
from engine.observe.signature_tables.data_loading import DATA_LOADING
from engine.observe.signature_tables.environment import CHECKPOINTS, HARDWARE_AND_BUILD, PROCESSES
from engine.observe.signature_tables.memory import MEMORY
from engine.observe.signature_tables.row import Signature
from engine.observe.signature_tables.tensors import LABEL_VALUES, SHAPES, TYPES

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
)
