"""The filling core: posts, offers and stays of single persons, whatever mission or file they come from."""
