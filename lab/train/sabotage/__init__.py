"""The ways to make a sound setup faulty, by what they touch."""
