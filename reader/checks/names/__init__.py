"""Names: recognised, gathered into entities, and compared for two spellings of one name."""
