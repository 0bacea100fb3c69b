"""Pure functions over text: alphabet, words, sentences, quotations, line classes, normal forms, word diff."""
