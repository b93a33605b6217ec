"""Two faces: whoever writes the open pages, and whoever reads them."""
