"""Library: notes with front matter, ours and the person's. The only room that knows front matter and YAML."""
