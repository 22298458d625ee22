CREATE TABLE runs (id integer NOT NULL AUTO_INCREMENT PRIMARY KEY, flow varchar(20) NOT NULL, held_on varchar(10), note varchar(20), UNIQUE KEY runs_of_a_day (flow, held_on));
INSERT INTO runs (flow, held_on, note) VALUES ('a', '2026-01-01', 'one'), ('b', '2026-01-01', 'two'), ('b', '2026-01-02', 'three'), ('c', '', 'four');
