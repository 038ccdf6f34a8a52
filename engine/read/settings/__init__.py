"""Settings wherever they stand: files, prints in a log, commands, program text, sentences."""
