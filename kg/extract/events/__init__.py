"""Events: triggers, frames, participants and how factual they are."""
