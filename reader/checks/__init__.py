"""Finding faults: the engine, the facts through which families meet, and the families of checks."""
