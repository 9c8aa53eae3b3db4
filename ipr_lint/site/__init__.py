"""A web address in; the pages of that site, one after the other, out."""
