"""What people judge of entities: which are one, which are two."""
