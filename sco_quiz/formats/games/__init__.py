"""Programs of games in class: sheets of choices from which they import a quiz."""
