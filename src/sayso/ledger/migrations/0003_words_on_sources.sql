-- What a person says of a source tells which fields it sets, which names are not its, and whose other name it is. The columns are
-- grown from the noun; a word that was kept before sets all fields. Programs of version 2 would read each word as setting all.
CREATE INDEX set_sources_by_time ON set_sources (set_at, seq);
