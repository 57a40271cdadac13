"""Liantu (链图): maps, diagnoses and briefs the key industry chains of a city."""

__version__ = "0.1.0"
