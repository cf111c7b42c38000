"""From a folder of YAML files to a bank, or to problems with their places."""
