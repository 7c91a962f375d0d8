"""The same drawings on paper: PNG by matplotlib for the documents."""
