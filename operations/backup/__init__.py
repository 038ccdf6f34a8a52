"""One portable file with everything that is not in the checkout, and the way back."""
