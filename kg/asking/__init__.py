"""Questions in plain words: which of kg's questions one is, and what it asks for."""
