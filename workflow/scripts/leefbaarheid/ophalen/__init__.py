"""Official files from the publisher, a mirror or a hand into the folder of the sources."""
