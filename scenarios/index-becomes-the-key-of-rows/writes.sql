INSERT INTO runs (flow, held_on, note) VALUES ('a', '2026-01-02', 'five');
UPDATE runs SET note = 'changed' WHERE flow = 'b' AND held_on = '2026-01-02';
DELETE FROM runs WHERE flow = 'a' AND held_on = '2026-01-01';
