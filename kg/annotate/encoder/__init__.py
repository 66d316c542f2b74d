"""The encoder: wordpieces and windows in, one vector a word out."""
