"""Values of the municipal storey as the words and parts of its pages."""
