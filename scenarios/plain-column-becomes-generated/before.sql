CREATE TABLE names (
    id     serial PRIMARY KEY,
    first  text NOT NULL,
    last   text NOT NULL,
    full_  text NOT NULL DEFAULT '?'
);
INSERT INTO names (first, last, full_) VALUES ('Ada', 'Lovelace', 'Lady Ada'), ('Alan', 'Turing', 'Alan Turing'), ('Plato', '', 'Plato');
