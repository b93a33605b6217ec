"""The words themselves, a file for each kind. Drafts of ours: nobody has confirmed any of them."""
