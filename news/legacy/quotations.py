"""Recognises what a person said: by block quotations, and by quotation marks beside "Name (Country, GROUP)"."""

import re
from dataclasses import dataclass

from common.plain import words
from news.legacy.speakers import EDGES, OFFICES, TITLES, Speaker, named, speaker_in

__all__ = ["Quotation", "only_quoted", "quotation_in", "signature_of", "signed"]

PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ('"', '"'))
QUOTED = re.compile("|".join(f"{start}([^{start}{end}]+){end}" for start, end in PAIRS))
MARKS = '“”„«»"\u00a0\u202f '
DASHES = "-–—"
MIN_WORDS = 4
LONGEST_OCCASION, LONGEST_SIGNATURE, LONGEST_ROLE = 12, 25, 14
SPEECH = {
    "said", "says", "say", "stated", "declared", "added", "stressed", "explained", "underlined", "emphasised",
    "emphasized", "told", "commented", "concluded", "recalled", "noted", "announced", "according", "to", "as", "by",
    "he", "she", "and", "the", "a", "dit", "déclaré", "déclare", "ajouté", "ajoute", "souligné", "souligne", "affirmé",
    "affirme", "expliqué", "explique", "conclu", "conclut", "rappelé", "rappelle", "annoncé", "annonce", "selon", "il",
    "elle", "et", "le", "la", "l", "de", "par", "t-il", "t-elle", "a-t-il", "a-t-elle", "sagte", "sagt", "erklärte",
    "betonte", "so", "der", "die",
}  # fmt: skip
NOTHING_SAID = SPEECH | TITLES
ARTICLES = re.compile(r"^(?:the|le|la|les|der|die|l[’'])\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Quotation:
    """Words and who said them.

    Attributes:
        text: Without quotation marks.
        speaker: Who said it.
        occasion: What the sentence around it tells of when or where.
    """

    text: str
    speaker: Speaker
    occasion: str = ""


def quotation_in(html: str, language: str) -> Quotation | None:
    """Recognise a paragraph that is a quotation with its speaker and little more.

    Args:
        html: A paragraph without links; links would be lost.
        language: The language of the text.

    Returns:
        The quotation, or None where turning the paragraph into one would lose words of it.
    """
    if "<a " in html or "<br" in html:
        return None
    text = words(html)
    found = list(QUOTED.finditer(text))
    if len(found) != 1 or len(found[0][0].split()) < MIN_WORDS:
        return None
    start, end = found[0].span()
    for lead, follow in (("", text[end:]), (text[:start], text[end:])):
        quotation = _beside(found[0][0], lead, follow, language) if lead or not text[:start].strip(EDGES) else None
        if quotation:
            return quotation
    return None


def only_quoted(html: str) -> str:
    """The words of a paragraph that is nothing but one quotation in marks.

    Args:
        html: A paragraph.

    Returns:
        The words without their marks; empty for any other paragraph.
    """
    if "<a " in html:
        return ""
    text = words(html)
    found = QUOTED.fullmatch(text.rstrip(" .,:"))
    return text.strip(MARKS + ".,:") if found and len(text.split()) >= MIN_WORDS else ""


def signature_of(html: str, language: str, *, sure: bool = False) -> Speaker | None:
    """Read a line that does nothing but say who speaks.

    Args:
        html: The line.
        language: Its language.
        sure: The line is marked as a signature, so a name without a country is enough; a dash before it does the same.
    """
    text = words(html)
    if not text or len(text.split()) > LONGEST_SIGNATURE or QUOTED.search(text):
        return None
    dashed = text[0] in DASHES
    speaker = speaker_in(text, language)
    if speaker:
        left = _meaning(f"{text[: speaker.start]} {text[speaker.end :]}")
        if not left or (_is_role(left) and not speaker.role):
            return _with_role(speaker, left)
        return None
    return named(text.strip(DASHES + " ")) if sure or dashed else None


def signed(text: str, language: str) -> tuple[str, Speaker | None]:
    """Take the signature off the end of a block quotation.

    Args:
        text: The plain words of the block.
        language: Their language.

    Returns:
        The words without marks and signature, and the speaker or None.
    """
    for dash in ("—", "–", " - "):
        lead, found, tail = text.rpartition(dash)
        speaker = signature_of(f"{dash.strip()} {tail}", language) if found and lead.strip() else None
        if speaker:
            return lead.strip(MARKS), speaker
    closed = re.fullmatch(r"\s*[“„«\"](.+)[”“»\"]\s*(.+)", text)
    speaker = signature_of(closed[2], language) if closed else None
    return (closed[1].strip(MARKS), speaker) if speaker else (text.strip(MARKS), None)


def _beside(quoted: str, lead: str, follow: str, language: str) -> Quotation | None:
    around = f"{lead.strip()}\n{follow.strip()}".replace("\n", " ⁂ ")
    speaker = speaker_in(around, language)
    if speaker is None:
        return None
    before, after = _meaning(around[: speaker.start]), _meaning(around[speaker.end :])
    if before and (not _is_role(before) or speaker.role):
        return None
    if len(after.split()) > LONGEST_OCCASION:
        return None
    return Quotation(quoted.strip(MARKS).rstrip(",").strip(), _with_role(speaker, before), after[:200])


def _meaning(text: str) -> str:
    """What is left of the words around a quotation without those that only say that somebody spoke."""
    kept = text.replace("⁂", " ").strip(EDGES + MARKS + DASHES).split()
    while kept and kept[0].strip(EDGES).lower() in NOTHING_SAID:
        kept.pop(0)
    while kept and kept[-1].strip(EDGES).lower() in NOTHING_SAID:
        kept.pop()
    return " ".join(kept).strip(EDGES + MARKS)


def _is_role(text: str) -> bool:
    parts = text.lower().split()
    return len(parts) <= LONGEST_ROLE and any(part.strip(EDGES) in OFFICES for part in parts)


def _with_role(speaker: Speaker, left: str) -> Speaker:
    role = speaker.role or (ARTICLES.sub("", left) if _is_role(left) else "")
    return Speaker(speaker.name, role[:1].upper() + role[1:200], speaker.country, speaker.group)
