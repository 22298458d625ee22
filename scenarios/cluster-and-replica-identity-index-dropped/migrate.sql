-- Replication goes by the primary key again and nothing is clustered.
ALTER TABLE ledger REPLICA IDENTITY DEFAULT;
ALTER TABLE ledger SET WITHOUT CLUSTER;
DROP INDEX ledger_identity_idx;
DROP INDEX ledger_amount_idx;
ALTER TABLE ledger DROP COLUMN memo;
ALTER TABLE ledger_log REPLICA IDENTITY DEFAULT;
ALTER TABLE ledger_note REPLICA IDENTITY FULL;
