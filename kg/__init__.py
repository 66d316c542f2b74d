"""Turn news articles into a knowledge graph: who said what about whom, and when."""
