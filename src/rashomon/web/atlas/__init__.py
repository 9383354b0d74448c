"""The outlines of countries that maps are drawn on, packaged; nothing is fetched."""
