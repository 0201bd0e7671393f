"""What a form carries between its steps: everything typed so far, signed, in the form itself and nowhere else."""

import hmac
import secrets
import time
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, QueryDict

from applications.cleaning import clean_text

SALT = "applications.form"
LONGEST_STATE = 300_000
LONGEST_VALUE = 10_000
MOST_VALUES = 60
WEEK = 7 * 24 * 3600
# Pages stay the same for caches, and say only roughly when they were made.
ROUNDED = 600


class Unreadable(Exception):
    """The state of a form is not one that this site signed for this form, or it is too old."""


@dataclass
class Carried:
    """What was typed so far.

    Attributes:
        page: the form's page.
        key: marks one application, so that a second click does not make a second one; empty on the first screen.
        started: when the form was opened, in seconds since 1970.
        typed: step name to field name to the values typed there.
        files: field name to the number of the document that waits.
        trapped: whether the field was filled that people do not see.
        notice: which notice about personal data was shown.
    """

    page: int
    key: str = ""
    started: int = 0
    typed: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    files: dict[str, int] = field(default_factory=dict)
    trapped: bool = False
    notice: str = ""


def opened(page_id: int) -> Carried:
    """Return what the first screen of a form carries; the same for all readers of some minutes.

    Args:
        page_id: the form's page.
    """
    return Carried(page=page_id, started=int(time.time()) // ROUNDED * ROUNDED)


def begun(carried: Carried) -> Carried:
    """Mark an application at its first step, where it is not marked yet.

    Args:
        carried: what was typed so far.
    """
    if not carried.key:
        carried.key, carried.started = secrets.token_urlsafe(24), int(time.time())
    return carried


def seal(carried: Carried) -> str:
    """Return what was typed so far as signed text.

    Args:
        carried: what was typed so far.
    """
    # Without the moment of signing, which would make the page another one for each reader.
    return signing.Signer(salt=SALT).sign_object(vars(carried), compress=True)


def unseal(text: str, page_id: int) -> Carried:
    """Return what a form carried.

    Args:
        text: as the form sent it.
        page_id: the page that it was sent to.

    Raises:
        Unreadable: when it is forged, from another form, or older than a week.
    """
    if len(text) > LONGEST_STATE:
        raise Unreadable
    try:
        carried = Carried(**signing.Signer(salt=SALT).unsign_object(text))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise Unreadable from error
    if carried.page != page_id or time.time() - carried.started > WEEK:
        raise Unreadable
    return carried


def words_in(text: str) -> dict[str, list[str]]:
    """Return what a form carries, by field, whichever page it belongs to; nothing where it cannot be read.

    Args:
        text: as the form sent it.
    """
    try:
        carried = Carried(**signing.Signer(salt=SALT).unsign_object(text[:LONGEST_STATE]))
    except (signing.BadSignature, ValueError, TypeError):
        return {}
    return {name: values for fields in carried.typed.values() for name, values in fields.items()}


def typed_in(data: QueryDict, names: list[str]) -> dict[str, list[str]]:
    """Return what was typed into some fields, fit to be carried on.

    Args:
        data: the fields that were sent.
        names: names of fields.
    """
    return {
        name: [clean_text(value[: 2 * LONGEST_VALUE])[:LONGEST_VALUE] for value in data.getlist(name)[:MOST_VALUES]]
        for name in names
        if name in data
    }


def as_data(typed: dict[str, list[str]]) -> QueryDict:
    """Return what was typed as data for a form.

    Args:
        typed: field name to values.
    """
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, values)
    return data


def digest(text: str) -> str:
    """Return a short mark of a text, the same for the same text.

    Args:
        text: such as a notice.
    """
    return sha256(text.encode()).hexdigest()[:16]


def address_of(request: HttpRequest) -> str:
    """Return who sends, as a keyed hash: the same for the same address, and nobody can read the address from it.

    Args:
        request: a reader's request.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        address = request.headers.get("X-Forwarded-For", address).rpartition(",")[2].strip()
    if ":" in address:
        address = ":".join(address.split(":")[:4])
    return hmac.new(settings.SECRET_KEY.encode(), f"address {address}".encode(), sha256).hexdigest()


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Tell whether the browser says that another site sent the form.

    Args:
        request: a request that sends something.
    """
    site = request.headers.get("Sec-Fetch-Site", "")
    if site:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("Origin", "")
    own = {request.get_host(), urlsplit(settings.BASE_URL).netloc}
    return bool(origin) and urlsplit(origin).netloc not in own
