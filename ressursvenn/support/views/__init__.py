"""Two faces: the desk of those who guide, and a volunteer's phone."""
