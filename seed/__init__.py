"""Demo content and the factories it is built from."""
