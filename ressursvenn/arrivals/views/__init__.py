"""Requests in, pages out: `public` for whoever applies, `staff` for who answers."""
