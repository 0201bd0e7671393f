"""Plants the reply templates of the inbox."""

from applications.models import ReplyTemplate
from seed.reading import table


def plant_templates() -> None:
    """Make the reply templates in every language they are written in."""
    rows = table("replies")["replies"]
    ReplyTemplate.objects.bulk_create(ReplyTemplate(**{**row, "text": row["text"].strip()}) for row in rows)
