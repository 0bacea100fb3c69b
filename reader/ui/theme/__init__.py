"""Colours, type, icons and style sheet, all from the tokens in `resources/themes`."""
