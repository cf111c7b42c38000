"""SCORM 1.2: a test as a package for a learning platform, which takes its score into the gradebook."""
