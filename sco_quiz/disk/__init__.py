"""The disk: write files without loss, and say why the operating system refused."""
