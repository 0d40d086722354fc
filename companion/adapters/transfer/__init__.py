"""Transfer: our CSV and JSON, and later other programs' formats. Everything that comes in is hostile until parsed."""
