"""What stands in the editor of a story beside its fields."""
