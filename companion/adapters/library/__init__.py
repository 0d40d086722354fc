"""Library: notes, ours and the person's, and our practices. The only room that knows front matter and YAML."""
