"""The views: lenses on the one queue; each renders a view state and reports intentions."""
