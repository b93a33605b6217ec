"""Two faces: whoever releases numbers, and whoever reads them."""
