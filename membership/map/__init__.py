"""The map of Europe: projection, outline and pins, drawn on the server."""
