"""A program that runs Typst, see `typesetting`: it reads a line with template and options, and the data behind it."""

import json
import sys

import typst


def main() -> int:
    """Write a file to standard output and return 0, or an error as JSON and return 1."""
    asked = json.loads(sys.stdin.buffer.readline())
    compiler = typst.Compiler(asked["template"].encode())
    try:
        made = compiler.compile(sys_inputs={"data": sys.stdin.buffer.read().decode()}, **asked["options"])
    except typst.TypstError as error:
        sys.stdout.write(json.dumps({"message": error.message, "diagnostic": error.diagnostic}))
        return 1
    assert isinstance(made, bytes)
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
