"""Small widgets that render view states; they know no session."""
