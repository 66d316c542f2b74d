"""Reference data: states, leaders, organisations, given names; see LICENSE."""
