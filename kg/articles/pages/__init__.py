"""Pages: the story of an HTML page, its title and its day; notices refused."""
