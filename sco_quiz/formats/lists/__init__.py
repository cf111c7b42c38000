"""Plain lettered lists of questions, in text files and documents: `1. … A) … B) … ANSWER: B`."""
