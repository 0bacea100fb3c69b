"""Offsets in code points and UTF-16 units are mapped without loss."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.editor.utf16 import OffsetMap, count_units

texts = st.text(st.sampled_from("aé\u0301😀𝄞“ \u00a0中"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_code_point_is_mapped_there_and_back(text: str) -> None:
    offsets = OffsetMap(text)
    for n in range(len(text) + 1):
        assert offsets.to_units(n) == units(text[:n])
        assert offsets.to_code_points(offsets.to_units(n)) == n
    assert count_units(text) == units(text)


@given(texts)
def test_an_offset_inside_a_pair_counts_as_its_start(text: str) -> None:
    offsets = OffsetMap(text)
    for n, char in enumerate(text):
        if ord(char) > 0xFFFF:
            assert offsets.to_code_points(offsets.to_units(n) + 1) == n
