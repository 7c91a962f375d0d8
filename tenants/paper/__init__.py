"""Paper: sheets to be printed and signed, as DOCX and PDF, and what every document of the product shares."""
