CREATE TABLE tickets (
    id      serial PRIMARY KEY,
    country char(2) NOT NULL,
    title   text,
    CONSTRAINT tickets_country_check CHECK (country = upper(country))
);
CREATE TABLE replies (id serial PRIMARY KEY, ticket_id integer NOT NULL CONSTRAINT replies_ticket_fk REFERENCES tickets ON DELETE CASCADE, body text);
INSERT INTO tickets (country, title) SELECT (ARRAY['DE', 'FR', 'IT', 'XX'])[1 + i % 4], 'Ticket ' || i FROM generate_series(1, 12) i;
INSERT INTO replies (ticket_id, body) SELECT 1 + i % 12, 'Reply ' || i FROM generate_series(1, 15) i;
