"""Whole jobs done in a browser, as their people do them."""
