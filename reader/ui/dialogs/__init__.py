"""Dialogs that ask for what an intention needs: export, bulk preview, keys."""
