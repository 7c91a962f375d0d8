"""Pages of the methodist: the day, campaigns with their boards, reviews, schools."""
