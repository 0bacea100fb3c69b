"""Small builders for the elements of WordprocessingML, and the names of its namespaces."""
