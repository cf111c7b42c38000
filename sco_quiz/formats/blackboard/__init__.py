"""Blackboard: questions as text with tabs, which its tests and pools upload."""
