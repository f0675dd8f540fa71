"""The catalogues of the program's words: kept in step with the sources, and compiled by the build."""
