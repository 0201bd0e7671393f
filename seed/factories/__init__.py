"""One factory module per room."""
