"""Which language an address or a browser names."""

from django.conf import settings

LONGEST_HEADER = 500
# Varieties of Romani have codes of their own; readers of all of them are served in Romani.
VARIETIES = dict.fromkeys(("rmn", "rmy", "rmc", "rml", "rmf", "rmo", "rmw"), "rom")


def language_of_path(path: str) -> str | None:
    """The configured language that a path begins with.

    Args:
        path: For example "/fr/actualites/".

    Returns:
        Its code, or None.
    """
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in dict(settings.LANGUAGES) else None


def preferences(header: str) -> list[tuple[str, float]]:
    """The languages that a browser asks for, the most wanted first.

    Args:
        header: The `Accept-Language` header; parts that make no sense are passed over.

    Returns:
        Pairs of (tag in lower case, quality); quality 0 means "not this one".
    """
    found = []
    for part in header[:LONGEST_HEADER].split(","):
        tag, _, parameter = part.strip().partition(";")
        quality = _quality(parameter)
        if tag.strip() and quality is not None:
            found.append((tag.strip().lower(), quality))
    return sorted(found, key=lambda pair: -pair[1])


def _quality(parameter: str) -> float | None:
    name, _, value = parameter.replace(" ", "").partition("=")
    if not name:
        return 1.0
    try:
        quality = float(value)
    except ValueError:
        return None
    return quality if name == "q" and 0 <= quality <= 1 else None


def negotiate(header: str, codes: list[str]) -> str | None:
    """The open language that suits a browser best.

    Args:
        header: The `Accept-Language` header.
        codes: The open languages, in the order of the site.

    Returns:
        A code; the site's own language where nothing fits; None if no language is open.
    """
    wanted = preferences(header)
    refused = {tag for tag, quality in wanted if quality == 0}
    default = [code for code in codes if code == settings.LANGUAGE_CODE] or codes
    for tag, quality in wanted:
        if quality == 0:
            continue
        match = _match(tag, codes, refused, default)
        if match:
            return match
    return next(iter(default), None)


def _match(tag: str, codes: list[str], refused: set[str], default: list[str]) -> str | None:
    if tag == "*":
        return next((code for code in [*default, *codes] if code not in refused), None)
    base = VARIETIES.get(tag.split("-", maxsplit=1)[0], tag.split("-", maxsplit=1)[0])
    return next((code for code in (tag, base) if code in codes), None)
