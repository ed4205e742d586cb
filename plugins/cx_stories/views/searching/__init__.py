"""What the site's own search and Explore know of a page."""
