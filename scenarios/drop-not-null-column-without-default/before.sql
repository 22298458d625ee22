CREATE TABLE tickets (
    id       serial PRIMARY KEY,
    subject  text NOT NULL,
    queue    varchar(20) NOT NULL,
    urgent   boolean NOT NULL DEFAULT false
);
INSERT INTO tickets (subject, queue, urgent)
SELECT 'Ticket ' || i, (ARRAY['mail', 'phone', 'web'])[1 + i % 3], i % 4 = 0 FROM generate_series(1, 10) i;
