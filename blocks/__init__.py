"""The blocks that a body is composed of."""
