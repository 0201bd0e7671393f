"""Handing one letter to the mail server, in such a way that one knows afterwards whether it was taken."""

import re
import smtplib
from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from applications.office import OutgoingMail

# Until the words are on their way nothing is lost by giving up; then a server may take its time (RFC 5321, 4.5.3.2).
PATIENCE, LONG_PATIENCE = 15, 600
ACCEPTED, GO_ON = 250, 354
LINE_DOT = re.compile(rb"^\.", re.M)


class Refused(Exception):
    """The server did not take the letter; it may be tried again. Its words are a code, never an address."""


def message_of(mail: OutgoingMail, connection=None) -> EmailMessage:
    """Return a letter as it leaves. Its number stays the same however often it is tried.

    Args:
        mail: the letter.
        connection: what sends it.
    """
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("<> ") or "localhost"
    return EmailMessage(
        subject=mail.subject,
        body=mail.body,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[mail.recipient],
        connection=connection,
        headers={
            "Message-ID": f"<{mail.mark}@{host}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )


def hand_over(mail: OutgoingMail, before: Callable[[], None]) -> None:
    """Hand a letter to the mail server.

    Args:
        mail: the letter.
        before: called at the last moment at which nothing has left yet.

    Raises:
        Refused: when it was surely not taken.
    """
    connection = get_connection()
    message = message_of(mail, connection)
    if not isinstance(connection, EmailBackend):
        before()
        _send_otherwise(message)
        return
    connection.timeout = PATIENCE
    try:
        connection.open()
        _converse(connection.connection, message, before)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise Refused(_code(error)) from error
    finally:
        _hang_up(connection)


def _converse(server, message, before):
    sender = sanitize_address(message.from_email, "utf-8")
    recipient = sanitize_address(message.to[0], "utf-8")
    server.ehlo_or_helo_if_needed()
    _expect(server.mail(_bare(sender)), ACCEPTED)
    _expect(server.rcpt(_bare(recipient)), ACCEPTED)
    _expect(server.docmd("DATA"), GO_ON)
    words = message.message().as_bytes(linesep="\r\n")
    before()
    server.sock.settimeout(LONG_PATIENCE)
    server.send(LINE_DOT.sub(b"..", words).removesuffix(b"\r\n") + b"\r\n.\r\n")
    _expect(server.getreply(), ACCEPTED)


def _bare(address):
    return address.rpartition("<")[2].rstrip(">")


def _expect(reply, wanted):
    if reply[0] != wanted:
        raise smtplib.SMTPResponseException(*reply)


def _send_otherwise(message):
    try:
        message.send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise Refused(_code(error)) from error


def _hang_up(connection):
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        connection.connection = None


def _code(error):
    number = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {number}".strip()
