CREATE TABLE loans (
    id     serial PRIMARY KEY,
    amount numeric(12,2) NOT NULL CONSTRAINT loans_amount_check CHECK (amount > 0),
    months integer,
    state  varchar(20) DEFAULT 'open',
    CONSTRAINT "loans state; check" CHECK (state IN ('open', 'it''s closed')),
    CONSTRAINT loans_total_check CHECK (amount * months < 1000000) NO INHERIT
);
INSERT INTO loans (amount, months, state) SELECT i * 1000, i, 'open' FROM generate_series(1, 8) i;
INSERT INTO loans (amount, months, state) VALUES (0.01, NULL, 'it''s closed');
