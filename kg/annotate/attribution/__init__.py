"""Attribution: the model's sources, cues and contents."""
