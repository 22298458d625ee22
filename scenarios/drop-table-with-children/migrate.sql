-- One warehouse is left, so the table goes, with the key that leads to it and the view.
DROP TABLE warehouses CASCADE;
