"""Template words of the product: ``ru`` for text, ``ui`` for states, icons and parts that must refuse a wrong word."""
