"""Times: dates, spans and when something was said or happened."""
