"""Where does a person see, doubt and decide? A page on this machine that shows a ledger and writes what people say of it."""
