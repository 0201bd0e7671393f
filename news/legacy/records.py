"""From a line to a record: what it must say, what may be put right, and what is refused."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from common.plain import extract, words
from news.labels import StoryKind
from news.legacy.days import day_of
from news.legacy.reading import MAX_LINE, Line

__all__ = ["Record", "RefusedError", "fingerprint", "record_of"]

TEXTS = ("language", "title", "date", "kind", "summary", "body_html", "image", "credit", "source_url")
LENGTHS = {"title": 255, "summary": 320, "credit": 255}
MAX_BODY = 1_000_000
# Reading HTML takes the square of its depth: this much is done within seconds.
MAX_TAGS = 20_000
MAX_SOURCE = 500
# Nothing that is shown in one line needs more; cutting first keeps hostile markup cheap.
MAX_PLAIN = 5_000
MAX_NUMBER = 2_147_483_647
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
of_the_web = URLValidator(schemes=["http", "https"])


class RefusedError(Exception):
    """A line that cannot be taken; its text says why."""


@dataclass
class Record:
    """One story in one language, as the file tells it.

    Attributes:
        legacy_id: The number of the story on the former site; all its languages share it.
        date: The day, month or year, in ISO 8601.
        precision: How much of the date is known.
        image_alt: What the picture shows, where the text shows it too and says so.
        changes: What was put right, in words.
        warnings: What somebody should look at, in words.
    """

    legacy_id: int
    language: str
    title: str
    date: str
    precision: str = "day"
    kind: str = StoryKind.REPORT.value
    summary: str = ""
    body_html: str = ""
    image: str = ""
    credit: str = ""
    source_url: str = ""
    image_alt: str = ""
    changes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def record_of(line: Line) -> Record:
    """Read a line and put right what can be.

    Args:
        line: A line of the file.

    Raises:
        RefusedError: If the line cannot be taken.
    """
    raw = _parsed(line)
    texts = {name: _text(raw, name) for name in TEXTS}
    _refuse_too_much(texts["body_html"])
    date, precision = _dated(texts["date"])
    record = Record(_number(raw.get("legacy_id")), _language(texts["language"]), "", date, precision)
    if date != texts["date"].strip():
        record.changes.append(f"date {texts['date'].strip()!r} read as {date}")
    record.kind = _kind(texts["kind"], record)
    record.source_url = _source(texts["source_url"], record)
    record.body_html, record.image = texts["body_html"], texts["image"].strip()
    for name in LENGTHS:
        setattr(record, name, _short(texts[name], name, record))
    if not record.title:
        raise RefusedError("title is missing")
    unknown = sorted(set(raw) - set(TEXTS) - {"legacy_id"})
    if unknown:
        record.changes.append(f"unknown fields left out: {', '.join(unknown)[:200]!r}")
    return record


def fingerprint(record: Record, picture: str) -> str:
    """A mark that changes when anything in a record changes.

    Args:
        record: The record.
        picture: What stands for the content of its pictures.
    """
    told = {name: value for name, value in asdict(record).items() if name not in {"changes", "warnings"}}
    return hashlib.sha256(json.dumps([told, picture], sort_keys=True).encode()).hexdigest()


def _parsed(line: Line) -> dict[str, Any]:
    if line.text is None:
        raise RefusedError(f"the line is longer than {MAX_LINE // 1024 // 1024} MiB")
    try:
        raw = json.loads(line.text.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RefusedError(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise RefusedError(f"broken JSON: {error.msg} at character {error.pos}") from error
    except (ValueError, RecursionError) as error:
        raise RefusedError("broken JSON: too deep, or a number too long") from error
    if not isinstance(raw, dict):
        raise RefusedError("not an object in braces")
    return raw


def _text(raw: dict[str, Any], name: str) -> str:
    value = raw.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise RefusedError(f"{name} is not text")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise RefusedError(f"{name} has half a character (lone surrogate) at {error.start}") from error
    return CONTROL.sub("", value)


def _refuse_too_much(body: str) -> None:
    if len(body) > MAX_BODY:
        raise RefusedError(f"body_html is longer than {MAX_BODY:,} characters")
    if body.count("<") > MAX_TAGS:
        raise RefusedError(f"body_html has more than {MAX_TAGS:,} tags")


def _number(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,10}", value.strip()):
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise RefusedError("legacy_id is missing or not a number")
    if not 1 <= value <= MAX_NUMBER:
        raise RefusedError(f"legacy_id is not between 1 and {MAX_NUMBER}")
    return value


def _language(value: str) -> str:
    code = value.strip().lower()
    if not code:
        raise RefusedError("language is missing")
    if code not in dict(settings.LANGUAGES):
        raise RefusedError(f"language {code[:20]!r} is not configured")
    return code


def _dated(value: str) -> tuple[str, str]:
    if not value.strip():
        raise RefusedError("date is missing")
    found = day_of(value)
    if found is None:
        raise RefusedError(f"date {value.strip()[:40]!r} is not a day such as 2013-04-26")
    return found


def _kind(value: str, record: Record) -> str:
    kind = re.sub(r"[\s-]+", "_", value.strip().lower())
    if kind in StoryKind.values:
        return kind
    record.changes.append(f"kind {value.strip()[:40]!r} is not known: taken as report")
    return StoryKind.REPORT.value


def _source(value: str, record: Record) -> str:
    address = value.strip()
    try:
        if address:
            of_the_web(address)
    except ValidationError:
        address = "x" * (MAX_SOURCE + 1)
    if len(address) > MAX_SOURCE:
        record.warnings.append("source_url is no address of the web, or too long: left out")
        return ""
    return address


def _short(value: str, name: str, record: Record) -> str:
    plain = words(value[:MAX_PLAIN])
    short = extract(plain.replace("&", "&amp;").replace("<", "&lt;"), LENGTHS[name])
    if short != plain or len(value) > MAX_PLAIN:
        record.changes.append(f"{name} cut to {LENGTHS[name]} characters")
    return short
