"""Requests in, pages out: `public` for everybody, the others for editors."""
