"""The pages of this room: funders, grants, money, reports; and what a funder's own reader sees."""
