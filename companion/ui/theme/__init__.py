"""Theme: tokens, palette, style sheet, icons, motion. Imports nothing of ui."""
