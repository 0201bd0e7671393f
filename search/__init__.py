"""Finding pages across the site."""
