"""Read articles from files, folders, standard input, addresses and feeds."""
