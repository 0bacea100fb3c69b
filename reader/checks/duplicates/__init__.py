"""Passages that stand twice in an article, and photo captions fallen into the body."""
