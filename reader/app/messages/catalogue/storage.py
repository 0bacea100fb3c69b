"""Texts of the library."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "library.locked": "Another program holds Reader's library ({path}); close it and try again.",
    "library.full": "The disk is full: Reader cannot keep your work in {path}. Make room and go on.",
    "library.permission": "Reader may not write its library ({path}); allow it, or set XDG_DATA_HOME.",
    "library.broken": "Reader's library ({path}) is damaged. Move it away; Reader then makes a new one.",
    "library.newer": "Reader's library ({path}) comes from a newer Reader; install that one.",
    "library.text": "The text holds characters that cannot be kept; save the file as UTF-8 and open it again.",
    "library.unkept": "This article is not kept between runs: {reason}",
}
