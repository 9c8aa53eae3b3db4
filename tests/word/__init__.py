"""Builds Word files as Word builds them: XML snippets in, the bytes of a .docx out, the same bytes every time."""
