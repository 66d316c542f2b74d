"""Reference data: states, organisations, leaders; see LICENSE."""
