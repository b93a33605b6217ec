"""What is missing, said as an advert that gives nobody away: built of blocks, frozen, counted."""
