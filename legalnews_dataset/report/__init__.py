"""Built tables as people want to see them."""
