-- The list of documents by day and outlet, asked without opening a text.
CREATE INDEX documents_by_day ON documents (published, outlet, id);
