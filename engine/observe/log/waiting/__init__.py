"""Readers of what shows where each rank of a run that hangs stands, one for each kind of text."""
