"""How all commands show their help."""

# Click wraps at 80 columns by default, too narrow for the examples.
HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
