"""What kg knows of English, apart from any article."""
