"""Two faces: whoever reads and quotes (`public`, `data`), and the editors (`demands`, `noting`, `figures`)."""
