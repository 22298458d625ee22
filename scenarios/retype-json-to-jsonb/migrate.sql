-- Payloads become searchable.
ALTER TABLE messages ALTER COLUMN payload TYPE jsonb USING payload::jsonb;
CREATE INDEX messages_payload_idx ON messages USING gin (payload);
ALTER TABLE messages ALTER COLUMN doc TYPE text USING doc::text;
