"""The finder of agreements: documents, their parties and what became of them."""
