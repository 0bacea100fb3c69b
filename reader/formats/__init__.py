"""Reading and writing files: one module a format and direction. Losses are Notes, refusals one sentence."""
