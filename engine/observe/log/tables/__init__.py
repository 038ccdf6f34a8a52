"""What trainers, libraries and systems print when something goes wrong, and when nothing does: one
table for each area, all in one visible tuple.
"""

from engine.observe.log.tables.autograd import AUTOGRAD
from engine.observe.log.tables.boosting import BOOSTING
from engine.observe.log.tables.checkpoints import CHECKPOINTS
from engine.observe.log.tables.classical import CLASSICAL
from engine.observe.log.tables.collectives import COLLECTIVES
from engine.observe.log.tables.compilation import COMPILATION
from engine.observe.log.tables.cuda_libraries import CUDA_LIBRARIES
from engine.observe.log.tables.data_loading import DATA_LOADING
from engine.observe.log.tables.files import FILES
from engine.observe.log.tables.hardware import HARDWARE
from engine.observe.log.tables.host_memory import HOST_MEMORY
from engine.observe.log.tables.hub import HUB
from engine.observe.log.tables.installation import INSTALLATION
from engine.observe.log.tables.jobs import JOBS
from engine.observe.log.tables.labels import LABELS
from engine.observe.log.tables.losses import LOSSES
from engine.observe.log.tables.memory import MEMORY
from engine.observe.log.tables.nccl import NCCL
from engine.observe.log.tables.noise import NOISE
from engine.observe.log.tables.non_finite import NON_FINITE
from engine.observe.log.tables.notices import NOTICES
from engine.observe.log.tables.process_group import PROCESS_GROUP
from engine.observe.log.tables.row import Signature
from engine.observe.log.tables.samples import SAMPLES
from engine.observe.log.tables.shapes import SHAPES
from engine.observe.log.tables.tokens import TOKENS
from engine.observe.log.tables.types import TYPES
from engine.observe.log.tables.uncaught import UNCAUGHT
from engine.observe.log.tables.wrappers import WRAPPERS

__all__ = ["SIGNATURES", "Signature"]

SIGNATURES: tuple[Signature, ...] = (
    *MEMORY,
    *HOST_MEMORY,
    *DATA_LOADING,
    *SAMPLES,
    *SHAPES,
    *TYPES,
    *LABELS,
    *TOKENS,
    *AUTOGRAD,
    *NON_FINITE,
    *LOSSES,
    *COLLECTIVES,
    *NCCL,
    *PROCESS_GROUP,
    *JOBS,
    *HARDWARE,
    *CUDA_LIBRARIES,
    *INSTALLATION,
    *FILES,
    *CHECKPOINTS,
    *HUB,
    *CLASSICAL,
    *BOOSTING,
    *NOTICES,
    *COMPILATION,
    *WRAPPERS,
    *NOISE,
    *UNCAUGHT,
)
