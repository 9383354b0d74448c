"""The trained reader: a text in pieces, a small encoder's scores, and what is decoded from them."""
