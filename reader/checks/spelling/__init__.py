"""Misspellings, with names kept apart."""
