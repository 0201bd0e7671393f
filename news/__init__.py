"""Stories, themes and feeds."""
