"""Laws of the quotation parser, over made-up texts full of marks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text import quotations
from reader.text.quotation_flow import follow_quotations
from reader.text.quotation_marks import MARKS, Reading, read_marks
from reader.text.quotations import FaultKind, parse_quotations, quoted_spans

MARKS_AND_STOPS = [*"“”‘’\"'„«»‚ .,!?()–—\u2028\u00a0"]
WORDS_WITH_MARKS = ["he said", "The dogs", "’s", "s’", "’90s", "‘em", "6'2\"", "🦊", "cafe\u0301", "O‘ahu"]
PIECES = st.sampled_from([*MARKS_AND_STOPS, *WORDS_WITH_MARKS])
TEXTS = (
    st.lists(PIECES, max_size=24).map("".join) | st.text(alphabet="“”‘’\"'a s.,", max_size=30) | st.text(max_size=40)
)
SHORT = st.lists(PIECES, max_size=9).map("".join)


@given(TEXTS)
def test_every_mark_has_one_reading_and_every_offset_is_a_mark(text: str) -> None:
    parsed = parse_quotations(text)
    assert [at for at, _ in parsed.readings] == [at for at, char in enumerate(text) if char in MARKS]
    for fault in parsed.faults:
        assert text[fault.at] in MARKS
        assert fault.partner == -1 or text[fault.partner] in MARKS


@given(TEXTS)
def test_quotations_nest_and_share_no_mark(text: str) -> None:
    parsed = parse_quotations(text)
    ends = [at for quotation in parsed.quotations for at in (quotation.start, quotation.end - 1)]
    assert len(set(ends)) == len(ends)
    for one in parsed.quotations:
        for other in parsed.quotations:
            apart = one.end <= other.start or other.end <= one.start
            inside = one.span.contains(other.span) or other.span.contains(one.span)
            assert apart or inside
        around = sum(other.start < one.start and one.end < other.end for other in parsed.quotations)
        assert one.depth == around + sum(at < one.start for at in parsed.still_open)


@given(TEXTS)
def test_each_opener_and_closer_belongs_to_a_quotation_or_is_told_of(text: str) -> None:
    parsed = parse_quotations(text)
    starts = {quotation.start for quotation in parsed.quotations}
    unclosed = {fault.at for fault in parsed.wrong(FaultKind.UNCLOSED)}
    assert set(parsed.offsets(Reading.OPENER)) == starts | unclosed | set(parsed.still_open)
    assert set(parsed.offsets(Reading.CLOSER)) == {quotation.end - 1 for quotation in parsed.quotations}
    assert set(parsed.offsets(Reading.STRAY)) == {fault.at for fault in parsed.wrong(FaultKind.STRAY)}


@given(TEXTS)
def test_quoted_spans_are_sorted_and_lie_in_the_text(text: str) -> None:
    spans = quoted_spans(text)
    assert all(one <= other for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(SHORT)
def test_the_few_rows_kept_in_mind_give_what_all_rows_give(text: str) -> None:
    marks = read_marks(text)
    few, all_rows = (quotations._find_cheapest(marks, most) for most in (quotations._PATHS, 1_000_000))
    assert quotations._whole_cost(few) == quotations._whole_cost(all_rows)


WORDS = st.lists(
    st.sampled_from("rain fell on quiet fields while people slept at home".split()), min_size=1, max_size=6
)


@st.composite
def well_quoted(draw: st.DrawFn) -> str:
    """A text whose marks are all right: quotations, quotations inside them, possessives and contractions."""

    def words() -> str:
        return " ".join(draw(WORDS))

    parts = []
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 5))
        inner = words().capitalize()
        parts.append(
            {
                0: f"“{inner},” she said.",
                1: f"He said, “{inner}. It’s {words()}.”",
                2: f"“{inner}, ‘{words()},’ {words()},” they said.",
                3: f"The boys’ {words()} wasn’t {words()}.",
                4: f"It was the so-called ‘{words()}’ of the ’90s.",
                5: f"{inner} ({words()}) – “{words()}” – {words()}.",
            }[kind]
        )
    return " ".join(parts)


@given(well_quoted())
def test_well_set_marks_are_right(text: str) -> None:
    parsed = parse_quotations(text)
    assert parsed.faults == ()
    assert parsed.still_open == ()


@given(well_quoted())
def test_straight_marks_curl_back_into_what_they_were(text: str) -> None:
    straight = text.translate({ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"})
    curled = list(straight)
    for at, reading in parse_quotations(straight).readings:
        curled[at] = quotations.curly_mark(straight[at], reading)
    assert "".join(curled) == text


@given(st.lists(TEXTS, max_size=6))
def test_loose_ends_name_openers_and_what_continues_is_stray_in_its_own_paragraph(texts: list[str]) -> None:
    flow = follow_quotations(texts)
    for loose in flow.loose:
        parsed = parse_quotations(texts[loose.index])
        unclosed = {fault.at for fault in parsed.wrong(FaultKind.UNCLOSED)} | set(parsed.still_open)
        assert loose.at in (parsed.offsets(Reading.STRAY) if loose.left_behind else unclosed)
        assert loose.closed_in == -1 or loose.closed_in > loose.index
    for index, at in flow.continued:
        assert at in parse_quotations(texts[index]).offsets(Reading.STRAY)
