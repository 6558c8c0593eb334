"""Letters, words, clitics, sentences, numbers, romanisation. No news knowledge."""
