"""How rooms that write many pages at once, past Wagtail's signals, tell rooms above them."""

from django.dispatch import Signal

# Sent with `page_ids`, the primary keys of the pages, inside the transaction that writes them.
pages_written = Signal()
