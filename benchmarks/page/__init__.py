"""Everything that the page "How often it is right" shows, measured by one command."""
