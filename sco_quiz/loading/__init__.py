"""Load a folder of YAML files as a bank, or as problems with their positions."""
