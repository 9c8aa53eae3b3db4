"""The XML of a Word file: opened safely, walked in reading order, split where a comment or a change must stand."""
