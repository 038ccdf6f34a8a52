"""Words that say what a number of a log is."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    words = text.split()
    return frozenset(words)


EPOCH_WORDS = _words("epoch epochs ep epoche época epoca époque эпоха 轮 エポック")
STEP_WORDS = _words(
    """
    step steps iter iters iteration iterations it batch batches update updates up minibatch round
    rounds tree global_step num_updates timesteps total_timesteps timestep n_updates schritt paso
    episode episodes generation cycle
    """
)
# A part of a name that makes it the name of a step: train_iterations.
STEP_PARTS = _words("timesteps timestep iterations")
# Names of clocks, speeds, sizes and identifiers.
CLOCKS = _words(
    """
    eta time elapsed data sec secs seconds ms hours minutes days remaining duration took dt date
    speed throughput fps wps ups mfu tflops memory mem gpu_mem vram tokens samples images params
    parameters seed port version pid rank day hour minute id level
    """
)
# Any of these words makes a name that of a clock.
CLOCK_WORDS = _words("time eta elapsed duration")
# Words of sentences, which name nothing.
NO_NAMES = _words(
    """
    a an and of to from in at the with for by after on per than or is was are has have had got
    about around approximately so far now only then vs between until takes took every first last
    next using use saved improved did not patience lines items total number num n
    """
)
# A value that a sentence gives is another than the one of this line.
TOLD = _words("improved from than until below above since did")
# In front of a name.
BEST = _words("best max min highest lowest")
