"""Recorded runs of several entries in one picture: the same quantity, over the share of the run."""
