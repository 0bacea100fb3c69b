"""Use cases without Qt: session, jobs, settings, export, messages, presenters; for command line and window alike."""
