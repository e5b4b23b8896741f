"""The pane at the left: filters and articles."""
