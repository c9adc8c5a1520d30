"""What is told of findings elsewhere in the report: it is added, or joined, when all are found."""
