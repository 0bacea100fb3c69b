"""The command line: it drives the same session and presenters as the window."""
