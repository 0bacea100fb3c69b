"""Pure functions from the session's state to frozen view states; views render these and report intentions."""
