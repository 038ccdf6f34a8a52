"""Stores of runs that are no text, and what is packed: one module each, bytes in, values out."""
