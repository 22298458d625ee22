INSERT INTO app.wages (person, wage) VALUES ('Person 7', 7000);
UPDATE app.wages SET wage = 1 WHERE id = 1;
DELETE FROM app.wages WHERE id = 2;
