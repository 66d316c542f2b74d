"""Within one article: mentions to entities."""
