"""Reader: an offline desktop reader and editor that finds, explains and settles faults in copy."""

__version__ = "0.1.0"
