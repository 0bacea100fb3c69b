"""The window: the only place that imports PySide6. It renders view states and reports intentions."""
