"""The roadmap on paper and in files: DOCX as the school's own table, XLSX for counting, the printed page."""
