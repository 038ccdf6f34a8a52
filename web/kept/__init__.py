"""Answers that hold for an edition, kept as bytes and given again without work."""
