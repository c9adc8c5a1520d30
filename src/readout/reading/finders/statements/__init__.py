"""The finder of statements: direct and reported speech, and whose words they are."""
