"""The rules on made-up runners: how often they speak where nothing is going on, and how often they find what is."""
