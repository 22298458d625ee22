CREATE TABLE ledger (
    id     integer NOT NULL,
    branch integer NOT NULL,
    amount numeric NOT NULL,
    memo   text,
    CONSTRAINT ledger_pk PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ledger_identity_idx ON ledger (branch, id);
CREATE INDEX ledger_amount_idx ON ledger (amount);
ALTER TABLE ledger REPLICA IDENTITY USING INDEX ledger_identity_idx;
ALTER TABLE ledger CLUSTER ON ledger_amount_idx;
CREATE TABLE ledger_log (id integer, what text);
ALTER TABLE ledger_log REPLICA IDENTITY FULL;
CREATE TABLE ledger_note (id integer PRIMARY KEY, note text);
ALTER TABLE ledger_note REPLICA IDENTITY NOTHING;
INSERT INTO ledger SELECT i, i % 3, i * 1.5, 'memo ' || i FROM generate_series(1, 12) i;
INSERT INTO ledger_log SELECT i, 'made' FROM generate_series(1, 3) i;
INSERT INTO ledger_note VALUES (1, 'one'), (2, 'two');
