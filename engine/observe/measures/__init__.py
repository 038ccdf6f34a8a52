"""Measures that several detectors share: facts of a case, and robust numbers."""
