-- The secret leaves the table and so the warehouse.
ALTER PUBLICATION scenario_pub SET TABLE pub_items (id);
DROP PUBLICATION scenario_other;
ALTER TABLE pub_orders DROP COLUMN secret;
ALTER PUBLICATION scenario_pub ADD TABLE pub_orders;
ALTER PUBLICATION scenario_pub SET (publish = 'insert, update');
