"""Texts of the command line."""

TEXTS: dict[str, str | tuple[str, str]] = {
    "cli.description": "Offline reader and editor for articles: finds what is wrong with copy, and exports it clean.",
    "cli.file_failed": "{file}: {reason}",
    "cli.out_is_folder": "{out} is no folder; give an existing folder with -o for several files.",
    "cli.unknown_ending": "{out}: Reader writes .docx, .md and .txt; choose one of these endings.",
    "cli.out_is_input": "{out} is the file that was opened; Reader never writes to it. Choose another name.",
    "cli.unknown_family": "{family} is no family; choose from {known}.",
    "cli.no_display": "No display here: the window was not opened. Everything else is done.",
    "cli.missing": "{message} {remedy}",
    "cli.written": "{name} written",
    "cli.found": "Found and changed",
    "cli.column.kind": "What",
    "cli.column.found": "Found",
    "cli.column.fixed": "Changed",
    "cli.column.left": "Left to you",
    "cli.column.where": "Where",
    "cli.total": "Together",
    "cli.checking": "Reading {name}",
    "cli.nothing": "Nothing found.",
    "cli.doctor_ok": "Everything Reader needs is here.",
    "cli.date_invalid": "{date} is no date; write it like 2026-11-24 or 2026-11-24T12:00:00Z.",
}
