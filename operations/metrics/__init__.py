"""Figures for Prometheus, counted by every process and added up where they are asked for."""
