"""What is told of an encounter: who took part, when, in which form, and whether it took place at all."""
