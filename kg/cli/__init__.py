"""The command line: arguments in, library call, print."""
