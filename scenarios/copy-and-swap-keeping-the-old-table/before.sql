CREATE TABLE visits (id serial PRIMARY KEY, page varchar(50) NOT NULL, ms integer, agent text);
CREATE INDEX visits_page_idx ON visits (page);
INSERT INTO visits (page, ms, agent) SELECT '/p/' || i, i * 10, 'agent ' || i FROM generate_series(1, 10) i;
