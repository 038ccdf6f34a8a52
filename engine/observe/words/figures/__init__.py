"""Figures that a description states: of which quantity and split they are, and what they show."""
