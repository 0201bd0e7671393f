"""What common adds to the editors' side."""
