-- One partition for each big country; the key gains the country, so the foreign key to tickets cannot stay.
ALTER TABLE replies DROP CONSTRAINT replies_ticket_fk;
ALTER TABLE tickets RENAME TO tickets_plain;
CREATE TABLE tickets (
    id      integer NOT NULL DEFAULT nextval('tickets_id_seq'),
    country char(2) NOT NULL,
    title   text,
    CONSTRAINT tickets_country_check CHECK (country = upper(country))
) PARTITION BY LIST (country);
CREATE TABLE tickets_de PARTITION OF tickets FOR VALUES IN ('DE');
CREATE TABLE tickets_fr_it PARTITION OF tickets FOR VALUES IN ('FR', 'IT');
CREATE TABLE tickets_other PARTITION OF tickets DEFAULT;
INSERT INTO tickets SELECT id, country, title FROM tickets_plain;
ALTER SEQUENCE tickets_id_seq OWNED BY tickets.id;
DROP TABLE tickets_plain;
ALTER TABLE tickets ADD CONSTRAINT tickets_pkey PRIMARY KEY (id, country);
