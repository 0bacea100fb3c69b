"""What lines that are no running copy look like, class by class; a line belongs to the first class that matches whole.

Data of `line_classes`. No pattern repeats a group that can match the same text in two ways: a hostile line must not
take long.
"""

from __future__ import annotations

from enum import StrEnum


class LineClass(StrEnum):
    """What a line is."""

    NOTICE = "notice"
    SIGN_OFF = "sign-off"
    BYLINE = "byline"
    TIME_STAMP = "time stamp"
    ADVERTISEMENT = "advertisement"
    SHARE_BAR = "share bar"
    COUNTER = "counter"
    LINK_TO_MORE = "link to more"
    SCROLL_CUE = "scroll cue"
    SIGN_UP = "sign-up"
    PAYWALL = "paywall"
    COOKIE_LINE = "cookie line"
    COPYRIGHT = "copyright"
    PLAYER = "player"
    EMBED_REMAINS = "embed remains"


_NETWORK = (
    "(?:facebook|twitter|x|whatsapp|linkedin|reddit|pinterest|tumblr|telegram|messenger|flipboard|instagram|e-?mail"
    "|print|copy(?: the)? link|link copied|link|sms|bluesky|threads|pocket|save|bookmark|comments)"
)
_BETWEEN = r"(?:\W+(?:(?:and|or|by|on|via|this) )?)"
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_DAY},? )?(?:{_NUMBER} {_MONTH}|{_MONTH} {_NUMBER})(?:,? \d{{4}})?"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?"
_STAMP = r"(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:? )"
_NAME = r"[A-Z][\w.’'-]+"
_NAMES = rf"{_NAME}(?:[ ,&]{{1,3}}(?:and |for |in )?{_NAME}){{0,7}}"
_THIS = "(?: (?:this|the|our))?"
_PIECE = "(?:article|story|page|post|video|link|gallery)"
_KIND = "(?:articles?|stories|videos?|content|topics?|links?|posts?|coverage|reading|from .{1,40}|on .{1,40}|like this)"
_RAIL = (
    "(?:related|see also|what to read next|up next|keep reading|continue reading|don[’']t miss|in case you missed it"
    "|editor[’']?s[’']? picks?|from our partners|most read|most popular|top stories|trending now"
    "|you (?:may|might) (?:also )?like)"
)
_JOIN = "(?:please )?(?:sign up|subscribe|join|register|get|receive|follow|download|enter your)"
_MAIL = "(?:newsletters?|e-?mails?|inbox|apps?|alerts?|channel|feed|notifications?|podcast|free trial)"
_COOKIES = "(?:we use cookies|uses cookies to|accept (?:all )?cookies|cookie (?:policy|settings|preferences))"

PATTERNS: dict[LineClass, tuple[str, ...]] = {
    LineClass.NOTICE: (
        r"\W{0,3}(?:strictly )?embargo(?:ed)?\b.*",
        r"not for (?:use|release|publication)\b.*",
        r"(?:correct(?:ion|s|ed)|clarification|withdrawn|advisory|recasts|adds|updates)\b.*",
        r"update:.*",
        r"(?:mandatory |bulletin )?kill\b.*",
        r"(?:eds|editors?|editor[’']s note|notes? to editors?)\b(?![’']s [^n]).*",
    ),
    LineClass.SIGN_OFF: (r"\W{0,3}(?:ends?|more follows|mfl?|mtf|30|x{3,})\W{0,3}",),
    LineClass.BYLINE: (
        rf"(?:[Ss]tory |[Ww]ords |[Ww]ritten |[Rr]eport(?:ing|ed) )?[Bb]y {_NAMES}.{{0,30}}",
        r"BY [A-Z][A-Z.’' -]{3,60}",
    ),
    LineClass.TIME_STAMP: (
        rf"{_STAMP}?{_DATE}(?:,?(?: at)? {_CLOCK})?",
        rf"{_STAMP}?{_CLOCK},? ?(?:on )?(?:{_DATE})?",
        rf"{_STAMP}\S.{{0,60}}",
    ),
    LineClass.ADVERTISEMENT: (
        r"\W{0,4}(?:advertisements?|advertising|ad feedback|(?:sponsored|promoted|paid)(?: content)?)\W{0,4}",
        r"\W{0,4}(?:(?:article|story|text) continues (?:below|after)(?: this| the)?(?: ad(?:vertisement)?)?)\W{0,4}",
        r"remove ads|skip ad|why (?:are you|you[’']re|you are) seeing this ad\??",
    ),
    LineClass.SHARE_BAR: (
        rf"(?:(?:share|tweet|pin|post|send){_BETWEEN})?{_NETWORK}(?:{_BETWEEN}{_NETWORK}){{1,12}}\W*",
        rf"(?:share|tweet|pin|post|send){_BETWEEN}{_NETWORK}\W*",
        "(?:print|e-?mail|whatsapp|copy(?: the)? link|link copied|save|bookmark|pocket|sms|comments)",
        r"(?:share|tweet|pin it|share this|tweet this|share options|more sharing options)\W*",
        rf"(?:share|send|tweet|e-?mail|print|post|save){_THIS} {_PIECE}(?:\W+.{{0,60}})?",
        r"share (?:on|via|with (?:your )?friends)\b.{0,40}",
    ),
    LineClass.COUNTER: (
        r"[\d.,]+ ?[km]? (?:shares?|comments?|likes?|views?|retweets?|replies|reactions?)",
        r"(?:view|show|read|see)(?: all)?(?: [\d.,]+)? comments?|(?:leave|post|add) a comment|comments?:? ?\d+",
    ),
    LineClass.LINK_TO_MORE: (
        r"(?:read|see|find out|watch|hear|discover|learn|get)(?: (?:more|also|next|now|this)){1,3} ?[:|»>–—].*",
        r"(?:read|see|watch|hear|learn) (?:more|also|next)(?: .{0,50})?",
        r"(?:read|see) the full (?:story|article)\b.{0,40}",
        r"(?:more|recommended|trending|most read|most popular|top stories) ?[:|»>].*",
        rf"(?:related|recommended|trending|more)(?: {_KIND}){{0,2}}(?: ?[:|»>].*)?",
        rf"{_RAIL}(?:\W+.{{0,80}})?",
    ),
    LineClass.SCROLL_CUE: (
        r"(?:please )?scroll (?:down|up|on)\b(?: (?:for|to) .{1,60})?\W*",
        r"(?:click|tap) (?:here|below|above)(?: (?:for|to) .{1,80})?\W*",
        r"back to top|(?:jump|skip) to (?:main )?content",
    ),
    LineClass.SIGN_UP: (
        rf"{_JOIN}\b.{{0,80}}\b{_MAIL}\b.{{0,60}}",
        r"(?:sign up|sign in|log in|subscribe|register)(?: (?:now|today|here|free|for free|to .{1,40}))?\W*",
        r"(?:follow|like|find|join) (?:us|@\w+)\b.{0,60}",
        r"follow .{1,40} on (?:facebook|twitter|x|instagram)\b.{0,40}",
    ),
    LineClass.PAYWALL: (
        r"already a (?:subscriber|member)\b.{0,60}",
        r"(?:this (?:article|content|story) is )?(?:for )?subscribers? only\b.{0,40}",
        r"you have .{1,30} free articles?\b.{0,60}|unlock this article\b.{0,40}",
    ),
    LineClass.COOKIE_LINE: (
        rf".{{0,60}}\b{_COOKIES}\b.{{0,80}}",
        r".{0,60}\b(?:our|read the|and) privacy policy\b.{0,80}|privacy policy",
    ),
    LineClass.COPYRIGHT: (r"(?:©|\(c\) ?\d|copyright (?:©|\(c\)|\d)).{0,120}", r"all rights reserved\b.{0,60}"),
    LineClass.PLAYER: (
        r"(?:play|pause|mute|unmute|loading|buffering|replay|fullscreen)(?: (?:video|audio))?(?: [\d:]+)?[.…]*",
        r"(?:video|audio|image|photo|media|gallery) (?:caption|player|playback|unavailable|is loading)\b.{0,60}",
        r"(?:listen|watch)(?: to this (?:article|story))? ?\(?[\d:]+ ?(?:min(?:ute)?s?|sec(?:ond)?s?)?\)?",
        r"(?:hide|show|close) (?:caption|transcript|gallery|comments|more)",
        r"slide \d+ of \d+|\d+ of \d+ (?:photos|images|slides)|your browser does not support .{1,60}",
        r"(?:view|open|see) (?:full ?screen|gallery|in gallery|image|larger)\b.{0,20}",
    ),
    LineClass.EMBED_REMAINS: (
        r"pic\.twitter\.com/\w+|https?://t\.co/\w+",
        r"view (?:this|the) post on \w+.{0,40}",
        r"(?:—|--|–) ?\S.{0,40} \(@\w+\) .{4,30}",
    ),
}
"""Alternatives, matched without regard to case (bylines: with it); what belongs to the story comes first."""
