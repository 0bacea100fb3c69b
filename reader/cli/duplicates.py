"""`reader duplicates`: which passages stand twice, within the files and across them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from reader.app.messages.rendering import render_english
from reader.app.opening import open_in_memory
from reader.app.presenters.places import paragraph_sign
from reader.app.session import Session
from reader.checks.duplicates.across import Collection
from reader.cli.console import make_console, print_json, show_progress
from reader.cli.exit_codes import ExitCode, worse
from reader.cli.json_output import Json
from reader.cli.reading import report_failure
from reader.core.duplicates import Copy, DuplicateGroup, DuplicateKind, Repeats, Run
from reader.core.spans import Passage
from reader.formats.offsets import TextMap
from reader.formats.refusals import FileRefused


def run_duplicates(arguments: argparse.Namespace) -> ExitCode:
    """Compare all files with one another and print the groups of passages that say the same."""
    as_json = arguments.format == "json"
    sessions: dict[str, Session] = {}
    code = ExitCode.DONE
    for file in dict.fromkeys(arguments.files):
        try:
            sessions[file] = open_in_memory(Path(file))
        except FileRefused as refused:
            report_failure(file, render_english(refused.message), as_json=as_json)
            code = worse(code, ExitCode.FILE)
    with show_progress(render_english.text("cli.comparing", count=len(sessions))):
        repeats = Collection.of({file: session.article for file, session in sessions.items()}).find_repeats()
    if as_json:
        print_json({"groups": GroupsOutput(sessions).groups(repeats)})
    else:
        print_groups(sessions, repeats)
    return code


class GroupsOutput:
    """Turns groups and runs into the contract's JSON."""

    def __init__(self, sessions: dict[str, Session]) -> None:
        self._articles = {file: session.opened for file, session in sessions.items()}
        self._maps = {file: TextMap.of(article) for file, article in self._articles.items()}

    def groups(self, repeats: Repeats) -> list[Json]:
        """All groups in their order, then the runs: a run is one group whose passages span paragraphs."""
        return [*map(self._group, repeats.groups), *(self._run(repeats, run) for run in repeats.runs)]

    def _group(self, group: DuplicateGroup) -> Json:
        copies = [
            {
                **self._passage(copy.passage),
                "kind": copy.kind.value,
                "adds": list(copy.adds),
                "conflict": [list(pair) for pair in copy.clash],
            }
            for copy in group.copies
        ]
        return {"kind": kind_of(group.copies).value, "reference": self._passage(group.reference), "copies": copies}

    def _run(self, repeats: Repeats, run: Run) -> Json:
        inside = copies_in(repeats, run)
        adds = [words for copy in inside for words in copy.adds]
        clash = [list(pair) for copy in inside for pair in copy.clash]
        kind = kind_of(inside)
        copy = {**self._passage(run.copy), "kind": kind.value, "adds": adds, "conflict": clash}
        return {"kind": kind.value, "run": True, "reference": self._passage(run.reference), "copies": [copy]}

    def _passage(self, passage: Passage) -> Json:
        article, texts = self._articles[passage.article], self._maps[passage.article]
        start, _ = texts.range_of(article, passage.places[0])
        _, end = texts.range_of(article, passage.places[-1])
        return {"file": passage.article, "start": start, "end": end}


def kind_of(copies: Sequence[Copy]) -> DuplicateKind:
    """The kind that says most about several copies: a conflict before all, exact only where all are."""
    order = (
        DuplicateKind.CONFLICT,
        DuplicateKind.PARAPHRASE,
        DuplicateKind.NEAR,
        DuplicateKind.CONTAINED,
        DuplicateKind.EXACT,
    )
    return min((copy.kind for copy in copies), key=order.index, default=DuplicateKind.EXACT)


def copies_in(repeats: Repeats, run: Run) -> list[Copy]:
    """The copies of all groups that belong to a run."""
    inside = {(run.copy.article, place.block) for place in run.copy.places}
    return [
        copy
        for group in repeats.groups
        for copy in group.copies
        if (copy.passage.article, copy.passage.places[0].block) in inside
    ]


def print_groups(sessions: dict[str, Session], repeats: Repeats) -> None:
    """The groups as a table; passages of a run stand in the run's row."""
    from rich.markup import escape
    from rich.table import Table

    console = make_console()
    rows = list(_rows(sessions, repeats))
    if not rows:
        console.print(render_english.text("cli.no_repeats", count=len(sessions)))
        return
    table = Table(box=None, pad_edge=False)
    for column in ("where", "kept", "kind", "found"):
        table.add_column(render_english.text(f"cli.column.{column}"))
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def _rows(sessions: dict[str, Session], repeats: Repeats) -> Iterator[tuple[str, str, str, str]]:
    in_runs = {(run.copy.article, place.block) for run in repeats.runs for place in run.copy.places}
    for run in repeats.runs:
        kind = kind_of(copies_in(repeats, run))
        yield (
            _name(sessions, run.copy),
            _name(sessions, run.reference),
            render_english.text(f"kind.{kind.value}"),
            render_english.text("cli.run", count=len(run.copy.places)),
        )
    for group in repeats.groups:
        for copy in group.copies:
            if (copy.passage.article, copy.passage.places[0].block) not in in_runs:
                article = sessions[copy.passage.article].article
                yield (
                    _name(sessions, copy.passage),
                    _name(sessions, group.reference),
                    render_english.text(f"kind.{copy.kind.value}"),
                    _say(copy, article.text_at(copy.passage.places[0])),
                )


def _say(copy: Copy, text: str) -> str:
    if copy.clash:
        return ", ".join(f"{there} ≠ {here}" for there, here in copy.clash)
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
    return f"{shown} + {' … '.join(copy.adds)}" if copy.adds else shown


_SHOWN = 60


def _name(sessions: dict[str, Session], passage: Passage) -> str:
    article = sessions[passage.article].article
    signs = [paragraph_sign(article, place.block) for place in (passage.places[0], passage.places[-1])]
    where = signs[0] if signs[0] == signs[1] else f"{signs[0]}–{signs[1].removeprefix('¶')}"
    return f"{passage.article} {where}" if len(sessions) > 1 else where
