"""Trains and measures the network of spans: findings of all kinds over the rows of the encoder."""
