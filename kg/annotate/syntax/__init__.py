"""Syntax: parts of speech, features, lemmas, trees and sentences."""
