INSERT INTO badges (person, badge) VALUES ('dan', NULL), ('ann', NULL);
UPDATE badges SET badge = 4 WHERE id = 4;
DELETE FROM badges WHERE id = 5;
