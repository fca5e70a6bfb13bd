"""Texts in many scripts, and small fonts that are made for a test."""

import io
from collections.abc import Callable
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

SENTENCES = {
    "ar": "يتصل العميل بمركز الخدمة وينتظر ١٢٫٥ دقيقة، ثم يُغلق الخط (128 GB).",
    "fa": "مشتری می‌خواهد ۱۲ روز صبر کند؛ «نه!»",
    "he": "הלקוחה מתקשרת למוקד (03-1234567) ומחכה 20 דקות.",
    "ja": "顧客は、「電話」を待っている。2024年にiPhone 15（新品）を買った……。",
    "zh": "客户在网上搜索“最便宜的手机”，然后拨打400-123电话——没有人接。",
    "ko": "고객은 전화를 기다리고 있습니다. 2024년 3월에 샀어요!",
    "th": "ลูกค้าโทรหาศูนย์บริการและทำบัตรใหม่ รอนานถึง 20 นาทีแล้วก็วางสายไป",
    "hi": "ग्राहक सेवा केंद्र को फ़ोन करता है और 20 मिनट तक प्रतीक्षा करता है।",
    "ta": "வாடிக்கையாளர் சேவை மையத்தை அழைக்கிறார்.",
    "hy": "Հաճախորդը զանգում է կենտրոն։",
    "ka": "მომხმარებელი რეკავს ცენტრში.",
    "am": "ደንበኛው ወደ ማዕከሉ ይደውላል።",
    "vi": "Khách hàng gọi đến trung tâm dịch vụ và chờ đợi.",
    "el": "Ο πελάτης τηλεφωνεί και περιμένει.",
    "mixed": "Ana اشترت iPhone 15 (128 GB). «שלום!» — 日本 (Ana) ok",
    "emoji": "Great 👍🏽 ✅ ⚠️ 😀 👩‍👩‍👧 🇫🇷🇩🇪 1️⃣ ❤️‍🔥 ☎️ → ok",
}
"""A sentence in each of these languages, with digits, brackets and brands where they are usual."""


def font(
    family: str, characters: str, weight: int = 400, *, width: int = 600, change: Callable[[Any], None] | None = None
) -> bytes:
    """A TrueType font whose letters are boxes ``width`` units wide, of 1000 an em; ``change`` is let at it at last."""
    names = {ord(character): f"u{ord(character):04X}" for character in characters}
    pen = TTGlyphPen(None)
    for step, point in enumerate(((50, 0), (50, 700), (width - 50, 700), (width - 50, 0))):
        (pen.lineTo if step else pen.moveTo)(point)
    pen.closePath()
    box = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    glyphs = [".notdef", *names.values()]
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(glyphs, box))
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (width, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    if change:
        change(builder.font)
    stream = io.BytesIO()
    builder.font["head"].modified = builder.font["head"].created = 0
    builder.save(stream)
    return stream.getvalue()
