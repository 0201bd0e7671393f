"""What can be wrong with a file, in words for whoever sent it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

MAX_BYTES = 10 * 1024 * 1024
MAX_SHEETS = 20_000

WORDS = {
    "size": gettext_noop("The file is larger than %(megabytes)s MB. Split it into several."),
    "number": gettext_noop("The file has more than %(number)s terms. Split it into several."),
    "suffix": gettext_noop("The name of the file must end with .tbx or .csv."),
    "encoding": gettext_noop("The file is not in UTF-8. Save it as “CSV UTF-8”."),
    "columns": gettext_noop("The first line must name the columns, at least key and page_language. All: %(columns)s."),
    "table": gettext_noop("The table cannot be read at line %(line)s."),
    "entities": gettext_noop("The file defines entities of its own; such files can do harm and are not read."),
    "xml": gettext_noop("The file is not well-formed XML: line %(line)s, column %(column)s."),
    "tbx": gettext_noop("The file is XML, but not TBX: its root is %(root)s, not martif or tbx."),
    "empty": gettext_noop("There is no term in the file."),
}  # fmt: skip


class UnreadableFile(Exception):
    """The file as a whole is of no use; nothing was read from it."""

    def __init__(self, problem, **values):
        """Say what is wrong.

        Args:
            problem: a key of WORDS.
            values: what its sentence names.
        """
        super().__init__(problem)
        self.problem, self.values = problem, values

    def __str__(self):
        return _(WORDS[self.problem]) % self.values
