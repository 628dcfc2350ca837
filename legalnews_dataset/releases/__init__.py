"""Checked tables become versions that never change: frozen, compared, pinned, published and, if need be, retracted."""
