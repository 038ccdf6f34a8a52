"""Measures that several detectors share: facts of a case, and numbers that wild points cannot mislead."""
