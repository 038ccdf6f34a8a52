"""Descriptions in other languages: which one, and the words of the field in English."""
