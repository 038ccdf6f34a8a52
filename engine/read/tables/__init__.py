"""Tables of every drawing: their cells, their shape, and the curves in them."""
