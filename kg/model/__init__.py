"""Weights of the language model, with their labels and their card."""
