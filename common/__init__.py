"""Ground: page base, languages, dates, names, search engine data."""
