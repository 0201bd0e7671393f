"""What may stand in the log: addresses, but not the signed part that opens a door to whoever has it."""

import logging
import re

__all__ = ["HideTokens"]

# Links to an applicant's own page, to a shared draft, and to a new password.
TOKEN = re.compile(r"(/(?:application|draft|password_reset/confirm)/)[^\s/'\"?][^\s'\"?]*")


class HideTokens(logging.Filter):
    """Puts an ellipsis in the place of the signed part of an address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the words of a record, and let it pass.

        Args:
            record: the record.

        Returns:
            True.
        """
        words = record.getMessage()
        hidden = TOKEN.sub(r"\1…", words)
        if hidden != words:
            record.msg, record.args = hidden, ()
        return True
