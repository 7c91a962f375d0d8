"""Template words of the product: ``ru`` for text, ``ui`` for states, icons and the parts that need more than an include."""
