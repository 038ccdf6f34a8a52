"""Make a sound setup faulty: in its inputs, labels, settings, weights or batches."""
