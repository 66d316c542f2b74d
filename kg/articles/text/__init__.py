"""Text: bytes to characters, days, languages, titles and wrapped lines."""
