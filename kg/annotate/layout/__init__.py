"""Layout: what transcripts, headlines, signatures and colons attribute."""
