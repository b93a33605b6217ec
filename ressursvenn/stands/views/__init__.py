"""Requests in, pages out: `public` to take a stand and to read them, `staff` to read what came in, `news`."""
