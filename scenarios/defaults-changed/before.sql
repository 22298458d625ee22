CREATE TABLE drafts (
    id      serial PRIMARY KEY,
    title   text DEFAULT 'Untitled; "draft"',
    made    timestamptz DEFAULT now(),
    state   varchar(10) DEFAULT 'new' NOT NULL,
    tags    text[] DEFAULT '{}'::text[],
    score   numeric DEFAULT 1.50,
    token   uuid DEFAULT gen_random_uuid()
);
INSERT INTO drafts (title, made, token)
SELECT 'Draft ' || i, timestamptz '2024-01-01 00:00+00' + i * interval '1 day', ('00000000-0000-0000-0000-' || lpad(i::text, 12, '0'))::uuid
FROM generate_series(1, 6) i;
