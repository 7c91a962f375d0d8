"""Reading deadline phrases, in four steps: clean characters → tokens → rewriting to things → composing, then dates.

Every rule rewrites what it fully understands into a thing; composing accepts a phrase only where nothing is left over.
What is left over makes the phrase unknown: a phrase is never half read.
"""
