"""The copy as a page to read and edit: layout, mirror of the session, marks, margin and overview ruler.

UTF-16 offsets exist only here (`utf16`); everything else speaks code points.
"""
