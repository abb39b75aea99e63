-- Search in titles and texts; the index holds no copy of them.
CREATE VIRTUAL TABLE document_search USING fts5 (
  title, text, content = 'documents', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_found AFTER INSERT ON documents BEGIN
  INSERT INTO document_search (rowid, title, text) VALUES (NEW.seq, NEW.title, NEW.text);
END;
INSERT INTO document_search (document_search) VALUES ('rebuild');
