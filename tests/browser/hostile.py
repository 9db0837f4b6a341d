"""Texts that a page must take for nothing but text: made here from what may do harm and what may let it out.

Each text, were it read as anything but text, would call ``alert``, fetch something, make an element or change what all
objects share; ``test_browser_hostile.py`` puts them into every field that a site takes from others.
"""

from collections.abc import Iterator, Sequence
from itertools import product

CALL = "alert(1)"
ADDRESS = "https://fetched.invalid/x"
HUGE = 4_000

HANDLERS = ("onerror", "onload", "onclick", "onfocus", "ontoggle", "onpointerenter", "onanimationend", "onbegin")
CARRIERS = (
    "img src=x",
    "svg",
    "iframe srcdoc=x",
    "details open",
    "input autofocus",
    "video src=x",
    "body",
    "custom-tag tabindex=1",
)
CLOSERS = (
    '">',
    "'>",
    "</title>",
    "</textarea>",
    "</style>",
    "</noscript>",
    "-->",
    "]]>",
    "</q></blockquote>",
    '\\">',
    "`>",
)
"""What may end the place that a text was meant for."""

SCHEMES = (
    "javascript:",
    "data:text/html,<script>" + CALL + "</script>//",
    "vbscript:",
    "file:///etc/passwd?",
    "blob:",
    "view-source:",
)
DISGUISES = (
    "{0}", " {0}", "\t{0}", "\x01{0}", "\u200b{0}", "\ufeff{0}", "\u00a0{0}", "{1}", "{2}", "{3}", "{4}", "//{0}", "\\\\{0}", "https:{0}",
    "http://\u202e{0}", "https://user@{0}", "https://[{0}",
)  # fmt: skip
"""An address as it is, behind what browsers skip, and ({1} to {4}) in other letters, cut by tabs, as entities, in percent."""


def payloads() -> tuple[str, ...]:
    """All texts, each once, always the same."""
    makers = (markup, addresses, templates, styles, breakouts, marks, cells, names, huge)
    return tuple(dict.fromkeys(text for maker in makers for text in maker()))


def markup() -> Iterator[str]:
    """Elements that act by themselves, bare and behind what may let them out."""
    for carrier, handler in product(CARRIERS, HANDLERS):
        yield f"<{carrier} {handler}={CALL}>"
    for closer in CLOSERS:
        yield f"{closer}<script>{CALL}</script>"
        yield f"{closer}<img src={ADDRESS} onerror={CALL}>"
        yield f'{closer} onmouseover="{CALL}" autofocus style="color:red" x="'
    yield from (
        f"<math><mtext><mglyph><style><img src=x onerror={CALL}></style></mglyph></mtext></math>",
        f"<svg><animate attributeName=href values=javascript:{CALL} /><a><text>x</text></a></svg>",
        f"<svg><use href='data:image/svg+xml,<svg id=x onload={CALL}>#x'/></svg>",
        f"<svg><foreignObject><iframe src=javascript:{CALL}></foreignObject></svg>",
        f"<math href=javascript:{CALL}>x</math>",
        f"<object data=javascript:{CALL}></object>",
        f"<embed src={ADDRESS}>",
        f"<link rel=stylesheet href={ADDRESS}>",
        f"<meta http-equiv=refresh content='0;url={ADDRESS}'>",
        f"<base href={ADDRESS}>",
        f"<form action={ADDRESS}><button autofocus>x</button></form>",
        f"<template shadowrootmode=open><script>{CALL}</script></template>",
        f"&lt;img src=x onerror={CALL}&gt;",
        f"&#60;script&#62;{CALL}&#60;/script&#62;",
        f"<scr<script>ipt>{CALL}</scr</script>ipt>",
        f"<img/src='x'/onerror={CALL}//",
        f"<a href=javascript:{CALL}>x</a>",
        "<plaintext>",
        "<!doctype html><html onclick=x>",
        "<a id=Chronotope><a id=Chronotope name=words>",
        "<div id=list data-row=0 data-word=skip>",
    )


def addresses() -> Iterator[str]:
    """Addresses that act or lead elsewhere, in each disguise."""
    for scheme, disguise in product(SCHEMES, DISGUISES):
        plain = scheme + CALL
        cut = "\t".join(scheme) + CALL
        entities = "".join(f"&#{ord(mark)};" for mark in scheme) + CALL
        percent = "".join(f"%{ord(mark):02x}" for mark in scheme) + CALL
        yield disguise.format(plain, plain.swapcase(), cut, entities, percent)


def templates() -> Iterator[str]:
    """What template languages and string literals would run."""
    forms = (
        "${{{0}}}",
        "`${{{0}}}`",
        "{{{{{0}}}}}",
        "{{%{0}%}}",
        "<%={0}%>",
        "#{{{0}}}",
        "[[{0}]]",
        "{{0}}",
        "%({0})s",
        "{{n}}{{date}}",
        "$({0})",
        "{{{{constructor.constructor('{0}')()}}}}",
    )
    yield from (form.format(CALL) for form in forms)


def styles() -> Iterator[str]:
    """What style sheets would fetch or run."""
    yield from (
        f"</style><style>*{{background:url({ADDRESS})}}",
        f"color:red;background:url({ADDRESS})",
        f"@import '{ADDRESS}';",
        f"x{{}}*{{content:url({ADDRESS})}}",
        f"expression({CALL})",
        f"url(javascript:{CALL})",
        "}*{display:none!important}",
        "position:fixed;inset:0;z-index:99999",
        "\\3c script\\3e",
    )


def breakouts() -> Iterator[str]:
    """What would end a script, a string, a comment or a value of JSON."""
    yield from (
        f"</script><script>{CALL}</script>", f"</SCRIPT\t><script>{CALL}</script>", "<!--<script>", f"--!><script>{CALL}</script>",
        f'"]);{CALL}//', f"');{CALL}//", f"`);{CALL}//", f'\\");{CALL}//', f'"}}]}});{CALL};({{"x":[{{"y":"', "\\", '\\\\"', "\\u003cscript>",
        f"\u2028{CALL}\u2028", f"\u2029{CALL}//", f"\n{CALL}\n", f"\r{CALL}//", f"*/{CALL}/*", f"//# sourceMappingURL={ADDRESS}", "C:\\new\\table\\x41\\u0041",
        "\\0", "NaN", "Infinity", "-0", "1e999", "null", "undefined", "true", "[]", "{}",
    )  # fmt: skip


def marks() -> Iterator[str]:
    """Characters that hide, turn, join or imitate."""
    yield from (
        f"\u202e<img src=x onerror={CALL}>\u202c", "\u2066\u2067\u2068 never closed", "\u202d\u202e" * 50, "\u200b<\u200bscript\u200b>", "\u200d\u200c\u2060\ufeff",
        f"\uff1cscript\uff1e{CALL}\uff1c/script\uff1e", f"\u2039img src=x onerror={CALL}\u203a", f"<\u0455cript>{CALL}</\u0455cript>", f"<\u017fcript>{CALL}</\u017fcript>",
        f"\x00<script\x00>{CALL}", f"<scr\x00ipt>{CALL}", "\x00", "\x08\x0b\x0c\x1b[31m", "\x7f\x80\x9f", "\ufffe\uffff", "\U0001fffe", "\U000e0041\U000e0042",
        "a" + "\u0301" * 300, "\ufdfa" * 40, "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u0130\u0131\u0149\ufb01", "\ufff9x\ufffay\ufffb", "\u034f\u115f\u3164",
    )  # fmt: skip


def cells() -> Iterator[str]:
    """What a spreadsheet would reckon or run."""
    starts = (
        "=",
        "+",
        "-",
        "@",
        "\t=",
        "\r=",
        "\n=",
        "\uff1d",
        "\uff0b",
        "\uff0d",
        "\uff20",
        ";=",
        "x;=",
        "x\t=",
        '"=',
        ",=",
        "'=",
        " =",
    )
    yield from (f'{start}HYPERLINK("{ADDRESS}")' for start in starts)
    yield from (f"{start}cmd|' /C calc'!A0" for start in starts)


def names() -> Iterator[str]:
    """Names that every object has, or that code asks for."""
    yield from (
        "__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "then", "length", "isPrototypeOf",
        '{"__proto__":{"polluted":1}}', "__proto__[polluted]=1", "constructor.prototype.polluted=1", "../../index.html", "..\\..\\x", "/etc/passwd", "con.txt",
    )  # fmt: skip


def huge() -> Iterator[str]:
    """What is very long, in one word and in many."""
    yield "W" * HUGE
    yield "ب" * HUGE
    yield "<b>" * (HUGE // 3)
    yield "word " * (HUGE // 5)


LONE_SURROGATES: Sequence[str] = ("\ud800", "x\udfffx", "\udc00\ud800<img src=x>")
"""Halves of characters: no file in UTF-8 can hold them, JSON can."""
