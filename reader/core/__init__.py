"""Plain frozen values that everything else hangs on; standard library only, offsets in code points."""
