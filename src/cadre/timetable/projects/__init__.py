"""Project activities with several skills: who does what when, so that all is done soon."""
