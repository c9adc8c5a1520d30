"""What trains and measures the English model: prepare, train, export, evaluate."""
