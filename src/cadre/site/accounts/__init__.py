"""Accounts: people of the site, links that work once, log-ins that failed."""
