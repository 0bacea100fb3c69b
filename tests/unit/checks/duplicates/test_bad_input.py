"""Bad input: what the user is told of it, and that the work does not grow with the square of its size."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from reader.app.issues import derive_issues
from reader.checks.duplicates import alike
from reader.checks.duplicates.alike import Alike
from reader.checks.duplicates.comparing import Comparison, compare_units
from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.registry import CHECKS
from reader.checks.duplicates.units import UnitText, units_of_text
from reader.checks.facts import REPEATS, Facts
from reader.checks.kinds import ArticleCheck
from reader.core.article import Article
from reader.core.duplicates import Repeats
from reader.core.issues import Issue

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
MILLION = 1_000_000
MANY = 10_000
SOME = 3_000
WORDS = (
    "harbour lantern keeper storm vessel anchor cargo timber signal island channel market widow pilot captain".split()
)

PLANTED = {
    "Arabic": "قال المتحدث باسم الحكومة إن الجسر القديم سيغلق أمام الشاحنات يوم الاثنين بينما يصلح البناؤون القوس.",
    "Hebrew": "הגשר הישן מעל הנהר ייסגר למשאיות ביום שני בזמן שהבנאים מתקנים את הקשת הצפונית.",
    "Chinese": "市政府表示，由于石匠需要修复北侧拱门，塔姆布尔河上的老桥将于星期一对卡车关闭。",
    "Japanese": "市当局によると、石工が北側のアーチを修理するため、古い橋は月曜日にトラックの通行が禁止される。",
    "Thai": "เทศบาลเมืองแจ้งว่าสะพานเก่าข้ามแม่น้ำจะปิดไม่ให้รถบรรทุกผ่านในวันจันทร์ขณะที่ช่างหินซ่อมแซมซุ้มประตูทางทิศเหนือ",
    "no punctuation": BRIDGE.lower().removesuffix("."),
    "emoji": "🚢 The 😀 ferry 👩‍👩‍👧 will carry cyclists 🚲 across the river 🌊 free of charge until the work is done.",
    "combining marks": "Le vieux pont ferme\u0301 aux camions rouvrira apre\u0300s les travaux des mac\u0327ons.",
    "mathematical letters": "𝐓𝐡𝐞 𝐨𝐥𝐝 𝐛𝐫𝐢𝐝𝐠𝐞 𝐨𝐯𝐞𝐫 𝐭𝐡𝐞 𝐫𝐢𝐯𝐞𝐫 𝐰𝐢𝐥𝐥 𝐜𝐥𝐨𝐬𝐞 𝐭𝐨 𝐥𝐨𝐫𝐫𝐢𝐞𝐬 𝐭𝐨𝐦𝐨𝐫𝐫𝐨𝐰.",
}
"""A sentence each."""
OTHERS = {
    "Arabic": "افتتحت المكتبة الجديدة أبوابها صباح اليوم للأطفال.",
    "Hebrew": "הספרייה החדשה נפתחה הבוקר לילדי השכונה.",
    "Chinese": "新图书馆今天早上向孩子们开放了大门。",
    "Japanese": "新しい図書館が今朝、子供たちに開放された。",
    "Thai": "ห้องสมุดแห่งใหม่เปิดให้เด็กๆ เข้าใช้เมื่อเช้านี้",
}


@dataclass
class Work:
    """How many comparisons were made."""

    comparisons: int = 0

    def compare(self, left: UnitText, right: UnitText) -> Comparison | None:
        self.comparisons += 1
        return compare_units(left, right)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    counted = Work()
    monkeypatch.setattr(alike, "compare_units", counted.compare)
    return counted


def find_issues(article: Article, repeats: Repeats) -> tuple[Issue, ...]:
    facts = Facts().with_fact(REPEATS, repeats)
    findings = [found for check in CHECKS if isinstance(check, ArticleCheck) for found in check.find(article, facts)]
    assert all(article.text_at(finding.place) == finding.quote for finding in findings)
    return derive_issues(article, findings, ())


def number_words(count: int) -> Iterator[str]:
    chance = random.Random(3)
    return (f"{chance.choice(WORDS)}{chance.randrange(400)}" for _ in range(count))


@pytest.mark.parametrize("text", ["", "word", "Word.", "... — !!! ?", "12", "\u2028\u2028", " ", "😀", "\u0301"])
def test_next_to_nothing_is_no_repeat(text: str) -> None:
    for article in (Article.of(text), Article.of(*[text] * 2)):
        assert find_issues(article, find_repeats(article)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a" * MILLION,
        "." * MILLION,
        '."' * (MILLION // 2),
        "a." * (MILLION // 2),
        "word," * (MILLION // 5),
        "word-" * (MILLION // 5),
        "a'" * (MILLION // 2),
        "“word”" * (MILLION // 6),
        "e\u0301\u0302" * (MILLION // 3),
        "\u0301" * MILLION,
        "😀👩‍👩‍👧" * (MILLION // 6),
        " " * MILLION,
        "Mr. " * (MILLION // 4),
        "1,000." * (MILLION // 6),
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_a_million_characters_without_sense_are_no_repeat(text: str, work: Work) -> None:
    repeats = find_repeats(Article.of("Headline", text, "An end."))
    assert repeats.groups == ()
    assert work.comparisons == 0


def test_a_paragraph_of_half_a_million_characters_without_punctuation_is_read_in_pieces(work: Work) -> None:
    article = Article.of(" ".join(number_words(MILLION // 20)))
    assert find_repeats(article).groups == ()
    assert work.comparisons < MANY


def test_a_sentence_thousands_of_times_in_one_paragraph_is_one_issue(work: Work) -> None:
    article = Article.of(" ".join([BRIDGE] * SOME))
    repeats = find_repeats(article)
    (issue,) = find_issues(article, repeats)
    assert len(issue.findings) == SOME - 1
    assert len(repeats.groups) == 1
    assert work.comparisons <= 1


@pytest.mark.parametrize("between", [0, 1])
def test_a_block_ten_thousand_times_is_one_group_and_one_issue(between: int, work: Work) -> None:
    words = number_words(MANY * 9)
    texts = [
        text
        for _ in range(MANY // (1 + between))
        for text in (BRIDGE, *(f"{' '.join(next(words) for _ in range(8))}." for _ in range(between)))
    ]
    article = Article.of("Headline", *texts)
    repeats = find_repeats(article)
    (group,) = repeats.groups
    (issue,) = find_issues(article, repeats)
    assert len(group.copies) == len(issue.findings) == texts.count(BRIDGE) - 1
    assert repeats.also == ()
    assert work.comparisons < MANY


def test_a_block_of_several_sentences_thousands_of_times_is_one_issue(work: Work) -> None:
    article = Article.of("Headline", *[f"{BRIDGE} A small ferry will carry cyclists across the river."] * SOME)
    (issue,) = find_issues(article, find_repeats(article))
    assert len(issue.findings) == SOME - 1
    assert work.comparisons <= 2


def test_ten_thousand_numbered_lines_are_a_list(work: Work) -> None:
    article = Article.of("Headline", *(f"Line {n} of the list that we all have to read today." for n in range(MANY)))
    assert find_issues(article, find_repeats(article)) == ()
    assert work.comparisons == 0


@pytest.mark.parametrize("lines", [20, 40, 2_000])
def test_lines_that_differ_in_one_word_are_no_flood(lines: int, work: Work) -> None:
    frame = "The old bridge over the Tamble will close to {} on Monday while masons repair its northern arch."
    article = Article.of("Headline", *(frame.format(f"vans{chr(97 + n % 26)}{n}x") for n in range(lines)))
    issues = find_issues(article, find_repeats(article))
    assert len(issues) < lines
    assert work.comparisons <= lines * lines if lines < 48 else work.comparisons == 0


@pytest.mark.parametrize("script", PLANTED)
def test_a_sentence_planted_in_any_script_is_found(script: str) -> None:
    sentence, others = PLANTED[script], [OTHERS.get(script, ""), "Something else stands between the two of them."]
    article = Article.of("Headline", sentence, *filter(None, others), sentence, "And an end that says other things.")
    repeats = find_repeats(article)
    (group,) = repeats.groups
    assert article.text_at(group.reference.places[0]) == article.text_at(group.copies[0].passage.places[0]) == sentence
    assert len(find_issues(article, repeats)) == 1


@pytest.mark.parametrize("script", OTHERS)
def test_two_sentences_of_a_script_are_not_taken_for_one(script: str) -> None:
    article = Article.of("Headline", PLANTED[script], OTHERS[script])
    assert find_issues(article, find_repeats(article)) == ()


@pytest.mark.parametrize("script", PLANTED)
def test_fifty_thousand_characters_of_any_script_are_no_flood(script: str, work: Work) -> None:
    article = Article.of("Headline", PLANTED[script] * (MILLION // 20 // len(PLANTED[script])))
    issues = find_issues(article, find_repeats(article))
    assert len(issues) <= 2
    assert work.comparisons < 500


@pytest.mark.parametrize("frame", [f"{BRIDGE[:-1]} {{n}}.", f"{BRIDGE} The {' '.join(WORDS)} of number {{n}} came."])
def test_twice_as_many_lines_are_no_more_than_twice_the_work(frame: str, work: Work) -> None:
    counts = []
    for size in (1_000, 2_000):
        before = work.comparisons
        Alike().exchange((), [unit for n in range(size) for unit in units_of_text(frame.format(n=n))])
        counts.append(work.comparisons - before)
    assert counts[1] <= 2 * counts[0] + 10
