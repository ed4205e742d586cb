"""A picture of each story, for those who share its address: title, mask and lights on a stage."""
