"""The SQLite library: articles as opened, their steps, and who has them open."""
