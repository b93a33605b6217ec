"""The only place that knows every room: settings, start-up checks, addresses, the server's door."""
