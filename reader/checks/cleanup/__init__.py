"""Debris of scraping, pasting and spinning: quotes, blanks, fragments, captions, web lines, mojibake."""
