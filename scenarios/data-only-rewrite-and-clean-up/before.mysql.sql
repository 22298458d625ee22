CREATE TABLE prices (sku varchar(20) PRIMARY KEY, net decimal(10,4) NOT NULL, cur char(3) NOT NULL, note text);
INSERT INTO prices VALUES ('SKU 1', 1.2345, 'EUR', '  note 1  '), ('SKU 2', 2.4690, 'eur', '  note 2  '),
  ('SKU 3', 3.7035, 'EUR', '  note 3  '), ('SKU 4', 4.9380, 'eur', '  note 4  '), ('SKU 5', 6.1725, 'EUR', '  note 5  '),
  ('SKU 6', 7.4070, 'eur', NULL), ('SKU 9', 11.1105, 'EUR', '  note 9  '), ('SKU 10', 12.3450, 'eur', '  note 10  ');
CREATE TRIGGER prices_upper BEFORE INSERT ON prices FOR EACH ROW SET NEW.note = CONCAT('inserted ', COALESCE(NEW.note, ''));
