"""Two faces: whoever puts an advert together, and whoever reads it."""
