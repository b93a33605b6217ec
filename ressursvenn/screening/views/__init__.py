"""The pages: for all staff, about one, her referees, her paper; and the referee's own, without a name."""
