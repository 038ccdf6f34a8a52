"""Run the snippets of the dictionary's fixes against the libraries that they use."""
