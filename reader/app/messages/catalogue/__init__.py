"""The English texts of all message keys, one module a family; a pair is singular and plural, chosen by `count`."""
