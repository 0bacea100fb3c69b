"""Every colour can be read where it stands: 4.5 for text, 3 for marks and borders, in both themes."""

from __future__ import annotations

import pytest

from reader.ui.theme.theme import load_theme

TEXT, MARK = 4.5, 3.0
SURFACES = ("window", "page", "panel")
TINTS = (
    "accent_tint",
    "duplicate_tint",
    "clash_tint",
    "cleanup_tint",
    "name_tint",
    "query_tint",
    "adds_tint",
    "differs_tint",
    "moved_tint",
)
FINDINGS = ("duplicate", "clash", "error", "unknown", "cleanup", "name", "style", "query", "ok")


def pairs() -> list[tuple[str, str, float]]:
    found = [("text", surface, TEXT) for surface in (*SURFACES, *TINTS, "selection")]
    found += [("text2", surface, TEXT) for surface in (*SURFACES, "accent_tint")]
    found += [("dim", surface, TEXT) for surface in ("page", "window")]
    found += [(role, surface, TEXT) for role in FINDINGS for surface in SURFACES]
    found += [(role, f"{role}_tint", TEXT) for role in ("duplicate", "clash", "cleanup", "name", "query")]
    found += [(role, surface, TEXT) for role in ("adds", "differs", "moved") for surface in (f"{role}_tint", "page")]
    found += [("accent", surface, TEXT) for surface in (*SURFACES, "accent_tint")] + [("on_accent", "accent", TEXT)]
    found += [("edge", surface, MARK) for surface in SURFACES]
    found += [("focus", surface, MARK) for surface in (*SURFACES, "accent_tint")]
    return found


def luminance(color: str) -> float:
    parts = [int(color[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), pairs())
def test_a_colour_can_be_read_where_it_stands(theme: str, front: str, back: str, least: float) -> None:
    colors = load_theme(theme).colors
    assert contrast(colors[front], colors[back]) >= least


def test_both_themes_have_the_same_roles() -> None:
    assert load_theme("light").colors.keys() == load_theme("dark").colors.keys()


def test_no_type_is_smaller_than_eleven_and_only_tags_and_keys_are_that() -> None:
    steps = load_theme("light").steps
    assert {step for step, (size, _) in steps.items() if size < 12} == {"key", "tag"}
    assert min(size for size, _ in steps.values()) == 11
