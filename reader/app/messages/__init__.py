"""Turns message keys with values into sentences, with gettext, for window and command line alike."""
