INSERT INTO categories (parent_id, name) VALUES (3, 'New leaf');
INSERT INTO categories (parent_id, name) VALUES (16, 'Leaf of the new leaf');
UPDATE categories SET parent_id = 2, name = 'Moved' WHERE id = 6;
DELETE FROM categories WHERE id = 7;
