"""What the schedule keeper does for the room: letters at once and beside everything else, deletions once a day."""

import logging
import threading

from django.db import DatabaseError, close_old_connections, connection

from applications.mail.outbox import send_due
from applications.personal.purging import purge_if_due

log = logging.getLogger("alliance.mail")


class Rounds:
    """Sends letters in a thread, since a mail server may hang, and stories must not wait for it."""

    def __init__(self) -> None:
        """Begin without a thread."""
        self.thread: threading.Thread | None = None

    def begin(self) -> None:
        """Delete what is due, and see to the letters unless that is still going on."""
        try:
            purge_if_due()
        except OSError:
            log.exception("Tonight's deletions stopped in the middle; the next night goes on.")
        if self.thread is None or not self.thread.is_alive():
            self.thread = threading.Thread(target=_send, name="outbox", daemon=True)
            self.thread.start()

    def finish(self, seconds: float = 5) -> None:
        """Wait a moment for what is going on.

        Args:
            seconds: how long.
        """
        if self.thread:
            self.thread.join(seconds)


def _send():
    try:
        close_old_connections()
        send_due()
    except (DatabaseError, OSError):
        log.exception("The outbox could not be emptied this round; the next one tries again.")
    finally:
        connection.close()
