"""Front page and standard pages."""
