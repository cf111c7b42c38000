"""Enemy items: pairs of questions where one gives the other away, so that a session does not ask both."""
