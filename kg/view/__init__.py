"""Show a part of the graph as one HTML page that works offline."""
