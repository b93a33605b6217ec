"""The public pages: written, seen by two, published."""
