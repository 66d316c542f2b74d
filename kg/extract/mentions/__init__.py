"""Mentions: names, common nouns and pronouns that stand for somebody."""
