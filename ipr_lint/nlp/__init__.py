"""Document -> Analysis: languages of blocks, sentences, lazy spaCy pipelines, quotations, mentions, messages."""
