"""Write the graph in the forms that other programs read."""
