INSERT INTO badges (person, badge) VALUES ('dan', NULL);
SELECT nextval('badges_id_seq');
UPDATE badges SET badge = 4 WHERE id = 4;
DELETE FROM badges WHERE id = 5;
